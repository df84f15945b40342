// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.admin;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.keycloak.common.Version;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

import io.passwordrecovery.keycloak.PasswordRecoveryProvider;
import io.passwordrecovery.keycloak.RecoveryStatus;
import io.passwordrecovery.settings.InvalidSettingException;
import io.passwordrecovery.settings.Option;
import io.passwordrecovery.settings.RecoveryOptions;
import io.passwordrecovery.settings.RecoverySettings;

/** Looks at a realm as its administrator would, were they to look everywhere. */
final class StatusReport {
    /** Keycloak's own, of every required action. */
    private static final String MAX_AUTH_AGE = "max_auth_age";

    private static final String VAULT = "${";

    private final RealmModel realm;
    private final PasswordRecoveryProvider provider;
    private final RecoveryStatus status;
    private final RealmLacks lacks;

    StatusReport(KeycloakSession session, RealmModel realm, PasswordRecoveryProvider provider) {
        this.realm = realm;
        this.provider = provider;
        this.status = provider.status();
        this.lacks = new RealmLacks(session, realm, provider, status);
    }

    StatusJson status() {
        RecoverySettings read = RecoverySettings.of(status.stored());
        return new StatusJson(
                provider.isSwitchedOn(),
                provider.isReady(),
                provider.realmSwitches().isForgotPasswordOn(),
                flow(),
                valid(read),
                read.problems().stream().map(StatusReport::invalid).toList(),
                unknown(),
                lacks.all(),
                server(),
                node());
    }

    private StatusJson.Flow flow() {
        AuthenticationFlowModel flow = realm.getResetCredentialsFlow();
        return flow == null
                ? new StatusJson.Flow("", false)
                : new StatusJson.Flow(flow.getAlias(), new ResetFlows(realm).asksForACode(flow));
    }

    private Map<String, String> valid(RecoverySettings read) {
        Set<String> invalid =
                read.problems().stream().map(InvalidSettingException::key).collect(Collectors.toSet());
        Map<String, String> valid = new TreeMap<>();
        status.stored().forEach((key, value) -> {
            if (option(key).isPresent() && !invalid.contains(key) && !value.isBlank()) {
                // No setting is kept in a vault; who put a reference into one all the same did not mean it to be read.
                valid.put(key, value.contains(VAULT) ? "[redacted]" : value);
            }
        });
        return valid;
    }

    private static StatusJson.InvalidSetting invalid(InvalidSettingException problem) {
        Option<?> option = option(problem.key()).orElseThrow();
        return new StatusJson.InvalidSetting(option.key(), option.format().accepted(), option.defaultText());
    }

    private List<String> unknown() {
        return status.stored().keySet().stream()
                .filter(key -> option(key).isEmpty() && !key.equals(MAX_AUTH_AGE))
                .sorted()
                .toList();
    }

    private static Optional<Option<?>> option(String key) {
        return RecoveryOptions.ALL.stream()
                .filter(option -> option.key().equals(key))
                .findFirst();
    }

    private StatusJson.Server server() {
        String version = PasswordRecoveryProvider.class.getPackage().getImplementationVersion();
        return new StatusJson.Server(Version.VERSION, version == null ? "unknown" : version, status.missingApi());
    }

    private StatusJson.Node node() {
        RecoveryStatus.Node node = status.node();
        return new StatusJson.Node(
                node.queueDepth(), node.queueCapacity(), node.since().toString(), Map.copyOf(node.figures()));
    }
}
