// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.login;

import java.net.URI;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keycloak.events.EventType;

import io.passwordrecovery.testkit.http.Answer;
import io.passwordrecovery.testkit.http.FormClient;
import io.passwordrecovery.testkit.http.RestApi;
import io.passwordrecovery.testkit.realm.TestApp;
import io.passwordrecovery.testkit.realm.TestRealm;
import io.passwordrecovery.testkit.realm.TestUser;
import io.passwordrecovery.testkit.server.KeycloakServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A thief with a token or a session, but without the password, changes the address first. */
class ChangedEmailIT {
    private static final Pattern LINK = Pattern.compile("http\\S+action-token\\S+");

    @AutoClose
    static final TestRealm realm = TestRealm.create(KeycloakServer.shared());

    @AutoClose
    static final TestApp app = TestApp.create(realm);

    @BeforeAll
    static void useTheResetCode() {
        realm.resetByCode();
    }

    @BeforeEach
    void asConfigured() {
        configure("86400");
    }

    @AfterEach
    void asItWas() {
        realm.change(wanted -> wanted.setVerifyEmail(false));
    }

    @Test
    void addressThatItsUserHasChangedGetsNoCode() {
        TestUser bob = user("bob");
        changeEmail(bob, "thief.of.bob@example.test");

        Answer answer = realm.api().reset(TestRealm.APP, "bob");

        assertThat(answer.status()).isEqualTo(200);
        await().untilAsserted(() -> assertThat(realm.events(EventType.SEND_RESET_PASSWORD_ERROR))
                .anySatisfy(event -> {
                    assertThat(event.getUserId()).isEqualTo(bob.id());
                    assertThat(event.getError()).isEqualTo("invalid_email");
                }));
        assertThat(realm.mailsTo("thief.of.bob@example.test")).isZero();
    }

    @Test
    void manyChangesAreOfNoUse() {
        TestUser carl = user("carl");
        changeEmail(carl, "first.thief.of.carl@example.test");
        changeEmail(carl, "second.thief.of.carl@example.test");

        realm.api().reset(TestRealm.APP, "carl");

        await().untilAsserted(() -> assertThat(realm.events(EventType.SEND_RESET_PASSWORD_ERROR))
                .anySatisfy(event -> assertThat(event.getUserId()).isEqualTo(carl.id())));
    }

    @Test
    void addressThatIsVerifiedSinceGetsCodes() {
        TestUser dora = user("dora");
        changeEmail(dora, "new.dora@example.test");
        dora.change(wanted -> wanted.setEmailVerified(true));

        realm.api().reset(TestRealm.APP, "dora");

        assertThat(realm.inbox().codeFor("new.dora@example.test")).hasSize(6);
    }

    @Test
    void addressThatAnAdministratorHasSetGetsCodes() {
        TestUser emil = user("emil");
        changeEmail(emil, "thief.of.emil@example.test");
        emil.change(wanted -> {
            wanted.setEmail("office.emil@example.test");
            wanted.setEmailVerified(false);
        });

        realm.api().reset(TestRealm.APP, "emil");

        assertThat(realm.inbox().codeFor("office.emil@example.test")).hasSize(6);
    }

    @Test
    void addressThatWasTakenBackGetsCodes() {
        TestUser fred = user("fred");
        changeEmail(fred, "typo.fred@example.test");
        changeEmail(fred, "fred@example.test");

        realm.api().reset(TestRealm.APP, "fred");

        assertThat(realm.inbox().codeFor(fred)).hasSize(6);
    }

    @Test
    void realmMayLetItGetCodesAtOnce() {
        configure("0");
        TestUser gina = user("gina");
        changeEmail(gina, "new.gina@example.test");

        realm.api().reset(TestRealm.APP, "gina");

        assertThat(realm.inbox().codeFor("new.gina@example.test")).hasSize(6);
    }

    @Test
    void addressBeforeIsToldOfAChangedPasswordToo() {
        TestUser hans = user("hans");
        changeEmail(hans, "new.hans@example.test");

        Answer changed = realm.api().update(realm.tokenFor(hans), LoginWorld.OLD, LoginWorld.NEW);

        assertThat(changed.status()).isEqualTo(204);
        realm.inbox().awaitMail("new.hans@example.test");
        realm.inbox().awaitMail("hans@example.test");
    }

    @Test
    void linkThatVerifiesAnAddressIsNoReasonToLeaveOutTheCurrentPassword() {
        realm.change(wanted -> wanted.setVerifyEmail(true));
        TestUser ines = user("ines");
        FormClient thief = new FormClient()
                .open(URI.create(app.signIn("state")))
                .submit(Map.of("username", "ines", "password", LoginWorld.OLD));
        assertThat(thief.html()).contains("The application");
        changeEmail(ines, "thief.of.ines@example.test");

        thief.open(URI.create(app.signIn("state", Map.of("kc_action", "UPDATE_PASSWORD"))));
        assertThat(thief.html()).contains("verify");
        thief.open(URI.create(linkFor("thief.of.ines@example.test")));

        assertThat(thief.html()).contains("kc-change-password-form").contains("password-current");
    }

    private static void configure(String waits) {
        realm.configure(Map.of("cooldown", "0", "codes-per-ip-hour", "1000000", "changed-email-waits", waits));
    }

    private static TestUser user(String name) {
        return realm.user(name)
                .email(name + "@example.test")
                .password(LoginWorld.OLD)
                .create();
    }

    /** As the account console does, with the user's token. */
    private static void changeEmail(TestUser user, String email) {
        URI here = URI.create(realm.keycloak().url() + "/realms/" + realm.name());
        Answer changed = new RestApi(here, Map.of())
                .with("Authorization", "Bearer " + realm.tokenFor(user))
                .post(
                        "account",
                        Map.of(
                                "username",
                                user.username(),
                                "firstName",
                                "Test",
                                "lastName",
                                user.username(),
                                "email",
                                email));
        assertThat(changed.status()).isEqualTo(204);
    }

    private static String linkFor(String address) {
        Matcher link = LINK.matcher(realm.inbox().awaitMail(address).text());
        assertThat(link.find()).isTrue();
        return link.group();
    }
}
