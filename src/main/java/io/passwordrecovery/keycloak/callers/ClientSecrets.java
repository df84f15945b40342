// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.callers;

import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.authenticators.client.ClientIdAndSecretAuthenticator;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientSecretConstants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.oidc.OIDCClientSecretConfigWrapper;

/**
 * The secrets that a confidential client may use now: its own and, while it lasts, the one before a rotation.
 *
 * <p>None where Keycloak would take none at its token endpoint (ClientAuthenticationFlow and
 * ClientIdAndSecretAuthenticator, 26.7): a client that has changed over to a key keeps its old secret.
 */
public final class ClientSecrets {
    private final KeycloakSession session;
    private final RealmModel realm;

    ClientSecrets(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /** Whether any of them passes the test; false for a client that has none, or whose secret has expired. */
    public boolean anyOf(ClientModel client, Predicate<String> test) {
        if (!provesItselfByASecret(client) || !realmTakesSecrets()) {
            return false;
        }
        OIDCClientSecretConfigWrapper config = OIDCClientSecretConfigWrapper.fromClientModel(client);
        // Then the one before is over, too, however long it was to last.
        if (client.getSecret() == null || config.isClientSecretExpired()) {
            return false;
        }
        return Stream.concat(revealed(client.getSecret()), rotated(client, config))
                .anyMatch(test);
    }

    private static boolean provesItselfByASecret(ClientModel client) {
        String type = client.getClientAuthenticatorType();
        return type == null || type.equals(ClientIdAndSecretAuthenticator.PROVIDER_ID);
    }

    // Of several ways a required one is the only one.
    private boolean realmTakesSecrets() {
        List<AuthenticationExecutionModel> ways = realm.getAuthenticationExecutionsStream(
                        realm.getClientAuthenticationFlow().getId())
                .toList();
        return ways.stream()
                .filter(AuthenticationExecutionModel::isRequired)
                .findFirst()
                .map(Stream::of)
                .orElseGet(() -> ways.stream().filter(AuthenticationExecutionModel::isAlternative))
                .anyMatch(way -> Objects.equals(way.getAuthenticator(), ClientIdAndSecretAuthenticator.PROVIDER_ID));
    }

    // The attribute: the wrapper's own getter has another signature in each of 26.5, 26.6 and 26.7.
    private Stream<String> rotated(ClientModel client, OIDCClientSecretConfigWrapper config) {
        return config.hasRotatedSecret() && !config.isClientRotatedSecretExpired()
                ? revealed(client.getAttribute(ClientSecretConstants.CLIENT_ROTATED_SECRET))
                : Stream.empty();
    }

    // An admin may keep the secret in the vault and only its name here.
    private Stream<String> revealed(@Nullable String secret) {
        return secret == null
                ? Stream.empty()
                : Stream.of(session.vault().getStringSecret(secret).get().orElse(secret));
    }
}
