// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

import io.passwordrecovery.keycloak.realm.RealmSettings;
import io.passwordrecovery.settings.PhoneOptions;
import io.passwordrecovery.sms.SmsGateways;

/**
 * How it stands: nothing of any user.
 *
 * @param stored settings as they are stored, by key, readable or not, and those of no such name too
 * @param gatewayProblems what keeps the chosen SMS gateway from sending; names server options, never their values
 * @param missingApi what the plugin calls and this server lacks
 * @param storeCounts whether the server's single-use store keeps to its contract
 */
public record RecoveryStatus(
        Map<String, String> stored,
        List<String> gatewayProblems,
        List<String> missingApi,
        boolean storeCounts,
        Node node) {
    private static final Pattern WORD = Pattern.compile("_(.)");

    /**
     * Of the node that was asked, alone.
     *
     * @param queueDepth of all realms
     * @param since when {@code figures} begin: at most 24 hours ago
     * @param figures what happened in the realm, by what it is: {@code delivered}, {@code failedTries} …
     */
    public record Node(int queueDepth, int queueCapacity, Instant since, Map<String, Long> figures) {}

    static RecoveryStatus of(KeycloakSession session, RealmModel realm, RecoveryNode node) {
        SmsGateways gateways = new SmsGateways(session.getKeycloakSessionFactory());
        List<String> problems = RealmSettings.read(realm)
                .get(PhoneOptions.SMS_GATEWAY)
                .map(gateways::problems)
                .orElse(List.of());
        Map<String, Long> figures = new TreeMap<>();
        node.figures().of(realm.getId()).forEach((figure, count) -> figures.put(camelCase(figure.name()), count));
        return new RecoveryStatus(
                Map.copyOf(RealmSettings.stored(realm)),
                problems,
                node.readiness().missing(),
                node.readiness().storeCounts(),
                new Node(
                        node.queue().depth(),
                        node.queueCapacity(),
                        node.figures().since(),
                        figures));
    }

    private static String camelCase(String constant) {
        return WORD.matcher(constant.toLowerCase(Locale.ROOT))
                .replaceAll(word -> word.group(1).toUpperCase(Locale.ROOT));
    }
}
