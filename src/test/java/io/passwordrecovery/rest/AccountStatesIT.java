// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.rest;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import jakarta.ws.rs.core.Response;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.events.EventType;
import org.keycloak.representations.idm.FederatedIdentityRepresentation;
import org.keycloak.representations.idm.IdentityProviderRepresentation;

import io.passwordrecovery.testkit.http.Answer;
import io.passwordrecovery.testkit.http.RestApi;
import io.passwordrecovery.testkit.realm.NewUser;
import io.passwordrecovery.testkit.realm.TestRealm;
import io.passwordrecovery.testkit.realm.TestUser;
import io.passwordrecovery.testkit.server.KeycloakServer;

import static io.passwordrecovery.testkit.realm.TestRealm.APP;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Accounts as realms with a history have them: same addresses, names like others' addresses, links, failed sign-ins. */
class AccountStatesIT {
    static final String OLD = "Old-Pa55w0rd";
    static final String NEW = "New-Pa55w0rd";

    static final KeycloakServer keycloak = KeycloakServer.shared();

    @AutoClose
    static final TestRealm realm = TestRealm.create(keycloak);

    static final RestApi api = realm.api();

    @BeforeAll
    static void identityProvider() {
        IdentityProviderRepresentation corp = new IdentityProviderRepresentation();
        corp.setAlias("corp");
        corp.setProviderId("oidc");
        corp.setEnabled(true);
        corp.setConfig(Map.of(
                "clientId", "keycloak",
                "clientSecret", "secret",
                "authorizationUrl", "https://corp.example.test/auth",
                "tokenUrl", "https://corp.example.test/token"));
        try (Response created = realm.resource().identityProviders().create(corp)) {
            assertThat(created.getStatus()).isEqualTo(201);
        }
    }

    /** Where Keycloak looked at addresses less closely once: it does not look again when that ends. */
    @Nested
    class AfterAddressesBecameNames {
        @AutoClose
        static final TestRealm history = TestRealm.create(keycloak, once -> {
            once.setLoginWithEmailAllowed(false);
            once.setDuplicateEmailsAllowed(true);
        });

        static final TestUser owner = history.user("bob@corp.example.test")
                .email("bob@example.test")
                .password(OLD)
                .create();

        @BeforeAll
        static void now() {
            List.of("twin-1", "twin-2")
                    .forEach(name ->
                            history.user(name).email("twins@example.test").create());
            history.user("mallory").unverifiedEmail(owner.username()).create();
            history.change(now -> {
                now.setDuplicateEmailsAllowed(false);
                now.setLoginWithEmailAllowed(true);
            });
        }

        @Test
        void addressOfTwoUsersIsAnsweredAsAnUnknownOne() {
            Answer twins = history.api().reset(APP, "twins@example.test");
            Answer nobody = history.api().reset(APP, "tnobody@example.test");
            Answer confirmed = history.api().confirm(APP, "twins@example.test", "000000", NEW);

            assertThat(twins.status()).isEqualTo(200);
            assertThat(twins.body()).isEqualTo(nobody.body());
            assertThat(confirmed.error()).isEqualTo("CodeMismatchException");
        }

        @Test
        void userNameComesBeforeAnotherUsersAddressThatIsTheSame() {
            history.api().reset(APP, owner.username());

            String code = history.inbox().codeFor(owner);
            assertThat(history.api().confirm(APP, owner.username(), code, NEW).status())
                    .isEqualTo(200);
            assertThat(history.inbox().count(owner.username())).isZero();
        }
    }

    @Test
    void failedSignInsAreForgottenAfterAReset() {
        realm.bruteForce(3, false);
        TestUser carol = user("carol").create();
        realm.canSignIn(carol, "Wrong-1");
        realm.canSignIn(carol, "Wrong-2");
        await("two failures are counted").until(() -> failures(carol).equals(2));

        api.reset(APP, "carol");
        api.confirm(APP, "carol", realm.inbox().codeFor(carol), NEW);

        await("no failures are counted").until(() -> failures(carol).equals(0));
        realm.change(open -> open.setBruteForceProtected(false));
    }

    private static Object failures(TestUser user) {
        return requireNonNull(realm.resource()
                .attackDetection()
                .bruteForceUserStatus(user.id())
                .get("numFailures"));
    }

    @ParameterizedTest
    @CsvSource({
        "with-password, true, true",
        "with-password, false, false",
        "always, false, true",
        "never, true, false",
    })
    void whoIsLinkedGetsACodeAsTheRealmSays(String setting, boolean hasPassword, boolean getsCode) {
        realm.configure(Map.of("recover-linked-users", setting));
        String name = "linked-" + setting + (hasPassword ? "-1" : "-2");
        NewUser created = realm.user(name).email(name + "@example.test");
        TestUser dave = (hasPassword ? created.password(OLD) : created).create();
        FederatedIdentityRepresentation link = new FederatedIdentityRepresentation();
        link.setIdentityProvider("corp");
        link.setUserId(name);
        link.setUserName(name);
        dave.resource().addFederatedIdentity("corp", link).close();

        Answer linked = api.reset(APP, dave.email());
        Answer nobody = api.reset(APP, "l-nobody" + dave.email());

        assertThat(linked.status()).isEqualTo(200);
        assertThat(linked.body()).isEqualTo(nobody.body());
        if (getsCode) {
            assertThat(api.confirm(APP, dave.email(), realm.inbox().codeFor(dave), NEW)
                            .status())
                    .isEqualTo(200);
        } else {
            await("the event says why")
                    .until(() -> realm.events(EventType.SEND_RESET_PASSWORD_ERROR).stream()
                            .anyMatch(event ->
                                    dave.id().equals(event.getUserId()) && "not_allowed".equals(event.getError())));
            realm.inbox().expectNoMailFor(dave.email(), Duration.ofMillis(300));
        }
        realm.configure(Map.of());
    }

    private static NewUser user(String name) {
        return realm.user(name).email(name + "@example.test").password(OLD);
    }
}
