// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.rest;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.passwordrecovery.testkit.http.Answer;
import io.passwordrecovery.testkit.http.RestApi;
import io.passwordrecovery.testkit.realm.TestRealm;
import io.passwordrecovery.testkit.server.KeycloakServer;

import static io.passwordrecovery.testkit.realm.TestRealm.APP;
import static org.assertj.core.api.Assertions.assertThat;

/** Which applications may ask, and how a confidential one proves itself. */
@Tag("journey")
class ClientsIT {
    static final String SECRET = "confidential-secret";

    @AutoClose
    static final TestRealm realm = TestRealm.create(KeycloakServer.shared());

    static final RestApi api = realm.api();

    @BeforeAll
    static void clients() {
        realm.configure(Map.of("cooldown", "0", "codes-per-account-hour", "1000"));
        realm.user("alice").email("alice@example.test").password("Old-Pa55w0rd").create();
        realm.confidentialClient("confidential", SECRET);
        realm.client("disabled", client -> client.setEnabled(false));
        realm.client("bearer", client -> client.setBearerOnly(true));
        realm.client("saml", client -> client.setProtocol("saml"));
        realm.client("robot", client -> {
            client.setPublicClient(false);
            client.setServiceAccountsEnabled(true);
            client.setStandardFlowEnabled(false);
            client.setDirectAccessGrantsEnabled(false);
        });
    }

    @Test
    void confidentialClientWithItsSecretIsServed() {
        assertThat(api.as("confidential", SECRET).reset("confidential", "alice").status())
                .isEqualTo(200);
        realm.inbox().codeFor("alice@example.test");
    }

    @Test
    void confidentialClientWithoutItsSecretIsRefused() {
        Answer refused = api.reset("confidential", "alice");

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.error()).isEqualTo("NotAuthorizedException");
        assertThat(refused.header("WWW-Authenticate")).hasValue("Basic realm=\"" + realm.name() + "\"");
        realm.inbox().expectNoMailFor("alice@example.test", Duration.ofMillis(500));
    }

    @Test
    void wrongSecretOrAnotherClientsIsRefused() {
        realm.confidentialClient("other", "other-secret");

        assertThat(api.as("confidential", "wrong")
                        .reset("confidential", "alice")
                        .status())
                .isEqualTo(401);
        assertThat(api.as("other", "other-secret")
                        .reset("confidential", "alice")
                        .status())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown", "disabled", "bearer", "saml", "robot", "broker"})
    void clientThatSignsNobodyInIsRefused(String clientId) {
        Answer refused = api.reset(clientId, "alice");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.error()).isEqualTo("InvalidParameterException");
        assertThat(refused.json().path("detail").asText()).contains("clientId");
    }

    @Test
    void onlyNamedClientsAreServedWhereSomeAreNamed() {
        realm.configure(Map.of("allowed-clients", "confidential, another", "cooldown", "0"));

        Answer app = api.reset(APP, "alice");
        Answer named = api.as("confidential", SECRET).reset("confidential", "nobody");
        realm.configure(Map.of("cooldown", "0"));

        assertThat(app.error()).isEqualTo("InvalidParameterException");
        assertThat(named.status()).isEqualTo(200);
    }
}
