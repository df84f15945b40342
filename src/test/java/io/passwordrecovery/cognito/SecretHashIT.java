// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.cognito;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.idm.AuthenticationExecutionInfoRepresentation;
import org.keycloak.representations.idm.ClientRepresentation;

import io.passwordrecovery.testkit.http.Answer;
import io.passwordrecovery.testkit.realm.TestRealm;
import io.passwordrecovery.testkit.server.KeycloakServer;

import static org.assertj.core.api.Assertions.assertThat;

/** A secret proves a client here when it would prove it to Keycloak: the REST door asks Keycloak itself. */
class SecretHashIT {
    static final String SECRET = "a-secret-of-the-client";

    @AutoClose
    static final TestRealm realm = TestRealm.create(KeycloakServer.shared());

    @BeforeAll
    static void withoutWaiting() {
        realm.configure(Map.of("cooldown", "0", "codes-per-account-hour", "1000"));
    }

    @Test
    void secretOfAClientThatProvesItselfByItIsTaken() {
        client("by-secret", client -> client.setClientAuthenticatorType("client-secret"));

        assertServed("by-secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"client-jwt", "client-secret-jwt", "client-x509"})
    void secretThatIsLeftOverFromBeforeIsRefused(String type) {
        client(type, client -> client.setClientAuthenticatorType(type));

        assertRefused(type);
    }

    @Test
    void expiredSecretIsRefused() {
        client("expired", client -> client.getAttributes().put("client.secret.expiration.time", ago(60)));

        assertRefused("expired");
    }

    @Test
    void secretIsRefusedWhereTheRealmTakesNone() {
        try (TestRealm strict = TestRealm.create(KeycloakServer.shared())) {
            strict.confidentialClient("server", SECRET);
            AuthenticationExecutionInfoRepresentation step = strict.resource().flows().getExecutions("clients").stream()
                    .filter(execution -> "client-secret".equals(execution.getProviderId()))
                    .findFirst()
                    .orElseThrow();
            step.setRequirement("DISABLED");
            strict.resource().flows().updateExecutions("clients", step);

            assertThat(ask(strict, "server").header("x-amzn-ErrorType")).hasValue("NotAuthorizedException");
            assertThat(strict.api()
                            .as("server", SECRET)
                            .reset("server", "alice")
                            .status())
                    .isEqualTo(401);
        }
    }

    private static void client(String clientId, Consumer<ClientRepresentation> difference) {
        realm.client(clientId, client -> {
            client.setPublicClient(false);
            client.setSecret(SECRET);
            client.setAttributes(new HashMap<>());
            difference.accept(client);
        });
    }

    private static String ago(int seconds) {
        return Long.toString(Instant.now().minusSeconds(seconds).getEpochSecond());
    }

    private static void assertServed(String clientId) {
        assertThat(realm.api().as(clientId, SECRET).reset(clientId, "alice").status())
                .isEqualTo(200);
        assertThat(ask(realm, clientId).status()).isEqualTo(200);
    }

    private static void assertRefused(String clientId) {
        assertThat(realm.api().as(clientId, SECRET).reset(clientId, "alice").status())
                .isEqualTo(401);
        Answer refused = ask(realm, clientId);
        assertThat(refused.header("x-amzn-ErrorType")).hasValue("NotAuthorizedException");
        assertThat(refused.body()).contains("Unable to verify secret hash for client " + clientId);
    }

    private static Answer ask(TestRealm there, String clientId) {
        return CognitoApi.of(there)
                .forgotPassword(Map.of(
                        "ClientId",
                        clientId,
                        "Username",
                        "alice",
                        "SecretHash",
                        SecretHash.of(SECRET, "alice", clientId)));
    }
}
