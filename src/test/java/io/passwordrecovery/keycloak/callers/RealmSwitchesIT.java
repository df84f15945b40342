// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.callers;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.passwordrecovery.cognito.CognitoApi;
import io.passwordrecovery.testkit.http.Answer;
import io.passwordrecovery.testkit.http.FormClient;
import io.passwordrecovery.testkit.http.Http;
import io.passwordrecovery.testkit.http.RestApi;
import io.passwordrecovery.testkit.realm.TestApp;
import io.passwordrecovery.testkit.realm.TestRealm;
import io.passwordrecovery.testkit.realm.TestUser;
import io.passwordrecovery.testkit.server.KeycloakServer;

import static io.passwordrecovery.testkit.realm.TestRealm.APP;
import static org.assertj.core.api.Assertions.assertThat;

/** What a realm lets nobody do, it lets nobody do by a door of the plugin's either. */
class RealmSwitchesIT {
    static final String OLD = "Old-Pa55w0rd";
    static final String NEW = "New-Pa55w0rd";
    static final String NEWER = "Newer-Pa55w0rd";

    @AutoClose
    static final TestRealm realm = TestRealm.create(KeycloakServer.shared());

    @AutoClose
    static final TestApp app = TestApp.create(realm);

    static final RestApi api = realm.api();
    static final CognitoApi cognito = CognitoApi.of(realm);

    TestUser user;

    @BeforeEach
    void somebody() {
        realm.configure(Map.of("cooldown", "0"));
        String name = "u" + System.nanoTime();
        user = realm.user(name).email(name + "@example.test").password(OLD).create();
    }

    @AfterEach
    void asItWas() {
        realm.change(wanted -> {
            wanted.setEnabled(true);
            wanted.setSslRequired("none");
            wanted.setResetPasswordAllowed(true);
        });
    }

    @Test
    void whereForgottenPasswordsAreNotResetNoDoorResetsThem() {
        String code = codeFor(user);
        realm.change(wanted -> wanted.setResetPasswordAllowed(false));

        List<Answer> rest = List.of(
                api.reset(APP, user.username()),
                api.confirm(APP, user.username(), code, NEW),
                api.post("reset", "application/json", new byte[] {'{'}));
        List<Answer> wire = List.of(
                cognito.forgotPassword(user.username()),
                cognito.confirmForgotPassword(user.username(), code, NEW),
                cognito.operation("ForgotPassword").send("POST", "", "{"));

        assertThat(rest).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.header("Content-Type")).hasValue("application/problem+json");
            assertThat(answer.error()).isEqualTo("ResourceNotFoundException");
        });
        assertThat(wire)
                .allSatisfy(
                        answer -> assertThat(answer.header("x-amzn-ErrorType")).hasValue("NotAuthorizedException"));
        realm.inbox().expectNoMailFor(user.email(), Duration.ofMillis(300));
        assertThat(realm.canSignIn(user, OLD)).isTrue();
    }

    @Test
    void whereForgottenPasswordsAreNotResetKnownOnesAreChangedAllTheSame() {
        realm.change(wanted -> wanted.setResetPasswordAllowed(false));

        Answer update = api.update(realm.tokenFor(user), OLD, NEW);
        Answer policy = api.get("policy");
        Answer description = api.get("openapi.json");
        String token = realm.tokens().signIn(user.username(), NEW).access();
        Answer change = cognito.changePassword(token, NEW, NEWER);

        assertThat(List.of(update, policy, description, change))
                .extracting(Answer::status)
                .containsExactly(204, 200, 200, 200);
    }

    @Test
    void whereForgottenPasswordsAreNotResetThePageWantsTheCurrentOne() {
        FormClient page = new FormClient()
                .open(URI.create(app.signIn("state", Map.of("kc_action", "CHANGE_PASSWORD"))))
                .submit(Map.of("username", user.username(), "password", OLD));
        assertThat(page.html()).contains("value=\"forgotten\"");
        realm.change(wanted -> wanted.setResetPasswordAllowed(false));

        page.submit(Map.of("recovery", "forgotten"));

        assertThat(page.html()).contains("name=\"password-current\"").doesNotContain("value=\"forgotten\"");
        realm.inbox().expectNoMailFor(user.email(), Duration.ofMillis(300));
    }

    @Test
    void pageForTheCodeIsLeftWhenForgottenPasswordsAreNotResetAnyMore() {
        FormClient page = new FormClient()
                .open(URI.create(app.signIn("state", Map.of("kc_action", "CHANGE_PASSWORD"))))
                .submit(Map.of("username", user.username(), "password", OLD))
                .submit(Map.of("recovery", "forgotten"));
        String code = realm.inbox().codeFor(user);
        realm.change(wanted -> wanted.setResetPasswordAllowed(false));

        page.submit(Map.of("code", code));

        assertThat(page.html()).contains("name=\"password-current\"");
    }

    @ParameterizedTest
    @CsvSource({"false, none, this realm is disabled", "true, all, this realm requires HTTPS"})
    void closedRealmAnswersNobody(boolean enabled, String sslRequired, String detail) {
        String code = codeFor(user);
        String token = realm.tokenFor(user);
        realm.change(wanted -> {
            wanted.setEnabled(enabled);
            wanted.setSslRequired(sslRequired);
        });

        List<Answer> rest = List.of(
                api.reset(APP, user.username()),
                api.confirm(APP, user.username(), code, NEW),
                api.update(token, OLD, NEW),
                api.get("policy"),
                api.post("reset", "application/json", new byte[] {'{'}));
        List<Answer> wire = List.of(
                cognito.forgotPassword(user.username()),
                cognito.confirmForgotPassword(user.username(), code, NEW),
                cognito.changePassword(token, OLD, NEW));
        Answer link = Http.send(
                HttpRequest.newBuilder(URI.create(realm.keycloak().url() + "/realms/" + realm.name() + "/reset-code")));

        assertThat(rest).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.error()).isEqualTo("AccessDeniedException");
            assertThat(answer.json().path("detail").asText()).isEqualTo(detail);
        });
        assertThat(wire)
                .allSatisfy(
                        answer -> assertThat(answer.header("x-amzn-ErrorType")).hasValue("AccessDeniedException"));
        assertThat(link.status()).isEqualTo(403);
        realm.inbox().expectNoMailFor(user.email(), Duration.ofMillis(300));
        asItWas();
        assertThat(realm.canSignIn(user, OLD)).isTrue();
    }

    // "external requests", Keycloak's default; what a proxy calls a client is none of the local network's addresses.
    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, http, 403",
        "192.0.2.7, https, 200",
        "unknown, http, 403",
        "unknown, https, 200",
        "192.168.0.7, http, 200"
    })
    void httpsIsRequiredOfStrangersOnly(String address, String scheme, int status) {
        realm.change(wanted -> wanted.setSslRequired("external"));

        Answer answer = api.from(address).with("X-Forwarded-Proto", scheme).get("policy");

        assertThat(answer.status()).isEqualTo(status);
    }

    private static String codeFor(TestUser user) {
        api.reset(APP, user.username());
        return realm.inbox().codeFor(user);
    }
}
