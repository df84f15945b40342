// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.store;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.passwordrecovery.testkit.http.Answer;
import io.passwordrecovery.testkit.http.FormClient;
import io.passwordrecovery.testkit.http.Http;
import io.passwordrecovery.testkit.realm.TestApp;
import io.passwordrecovery.testkit.realm.TestRealm;
import io.passwordrecovery.testkit.server.KeycloakServer;
import io.passwordrecovery.testkit.server.MariaDb;
import io.passwordrecovery.testkit.server.Stateless;

import static io.passwordrecovery.testkit.realm.TestRealm.APP;
import static org.assertj.core.api.Assertions.assertThat;

/** Where Keycloak's store does not count, every door is closed, to all names alike. */
class UncountingStoreIT {
    static TestRealm realm;
    static TestApp app;
    static KeycloakServer keycloak;
    static MariaDb database;

    // The one that the world has: feature "stateless" of 26.7.3 on MariaDB (CVE-2026-90997).
    @BeforeAll
    static void start() {
        database = MariaDb.startOrSkip("Tests of a store that does not count");
        keycloak = Stateless.startOrSkip(database.keycloakOptions());
        realm = TestRealm.create(keycloak);
        realm.resetByCode();
        realm.user("alice").email("alice@example.test").password("Old-Pa55w0rd").create();
        app = TestApp.create(realm);
    }

    @AfterAll
    static void stop() {
        Stream.of(app, realm, keycloak, database).filter(one -> one != null).forEach(UncountingStoreIT::close);
    }

    @Test
    void startingServerSaysWhatIsWrongAndWhereItIsMended() {
        assertThat(keycloak.log())
                .contains("The single-use store of this server does not count: putIfAbsent answers \"new\" for a key"
                        + " that exists.")
                .contains("CVE-2026-90997")
                .contains("fixed in Keycloak 26.7.4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"alice", "nobody"})
    void restIsUnavailable(String name) {
        for (Answer answer : new Answer[] {
            realm.api().reset(APP, name), realm.api().confirm(APP, name, "123456", "New-Pa55w0rd"),
        }) {
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.error()).isEqualTo("ServiceUnavailable");
            assertThat(answer.header("Content-Type")).hasValue("application/problem+json");
            assertThat(answer.header("Retry-After")).hasValue("10");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"alice", "nobody"})
    void cognitoIsUnavailable(String name) {
        Answer answer = forgotPassword(name);

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("x-amzn-ErrorType")).hasValue("ServiceUnavailable");
        assertThat(answer.json().path("__type").asText()).isEqualTo("ServiceUnavailable");
        assertThat(answer.header("Retry-After")).hasValue("10");
    }

    @Test
    void pageIsUnavailableBeforeANameIsTyped() {
        FormClient page = new FormClient().open(URI.create(app.signIn("state"))).follow("reset-credentials");

        assertThat(page.answer().status()).isEqualTo(503);
        assertThat(page.answer().header("Retry-After")).hasValue("10");
        assertThat(page.html()).contains("Too much is going on at the moment.");
    }

    @ParameterizedTest
    @CsvSource({
        "DELETE, users/{id}/limits",
        "POST, users/{id}/reset-code",
        "POST, test-message",
        "POST, setup",
    })
    void administratorsAreToldSoToo(String method, String path) {
        Answer answer = administrate(method, path);

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).hasValue("10");
    }

    @Test
    void statusSaysWhatIsMissing() {
        Answer answer = administrate("GET", "status");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("ready").asBoolean()).isFalse();
        assertThat(answer.json().path("missing").findValuesAsText("what")).containsExactly("COUNTING_STORE");
    }

    private static Answer administrate(String method, String path) {
        String alice = realm.resource().users().search("alice").get(0).getId();
        URI address = URI.create(
                keycloak.url() + "/admin/realms/" + realm.name() + "/password-recovery/" + path.replace("{id}", alice));
        return Http.send(HttpRequest.newBuilder(address)
                .header(
                        "Authorization",
                        "Bearer " + keycloak.admin().tokenManager().getAccessTokenString())
                .method(method, HttpRequest.BodyPublishers.noBody()));
    }

    private static Answer forgotPassword(String name) {
        URI cognito = URI.create(keycloak.url() + "/realms/" + realm.name() + "/cognito");
        return Http.send(HttpRequest.newBuilder(cognito)
                .header("Content-Type", "application/x-amz-json-1.1")
                .header("X-Amz-Target", "AWSCognitoIdentityProviderService.ForgotPassword")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"ClientId\":\"" + APP + "\",\"Username\":\"" + name + "\"}")));
    }

    private static void close(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
