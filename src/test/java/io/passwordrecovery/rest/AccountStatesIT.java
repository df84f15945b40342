// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.rest;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
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
import org.keycloak.representations.idm.UserRepresentation;

import io.passwordrecovery.testkit.http.Answer;
import io.passwordrecovery.testkit.http.RestApi;
import io.passwordrecovery.testkit.realm.NewUser;
import io.passwordrecovery.testkit.realm.TestRealm;
import io.passwordrecovery.testkit.realm.TestUser;
import io.passwordrecovery.testkit.server.KeycloakServer;

import static io.passwordrecovery.testkit.realm.TestRealm.APP;
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
            assertThat(history.mailsTo(owner.username())).isZero();
        }
    }

    @Test
    void failedSignInsAreForgottenAfterAReset() {
        realm.bruteForce(3, false);
        TestUser carol = user("carol").create();
        carol.failToSignIn(2);

        api.reset(APP, "carol");
        api.confirm(APP, "carol", realm.inbox().codeFor(carol), NEW);

        await("no failures are counted").until(() -> carol.failedSignIns() == 0);
        realm.change(open -> open.setBruteForceProtected(false));
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

    /** Where users may write attributes that the profile does not know: Keycloak's "Unmanaged attributes: enabled". */
    @Nested
    class PhoneNumbers {
        @AutoClose
        static final TestRealm phones = TestRealm.create(keycloak);

        @BeforeAll
        static void phones() {
            phones.configure(Map.of(
                    "sms-gateway", "http",
                    "delivery-order", "SMS,EMAIL",
                    "cooldown", "0",
                    "phone-as-username", "true",
                    "default-region", "US"));
            phones.unmanagedAttributes(true);
        }

        @Test
        void numberThatAnAdministratorVouchesForGetsTheCode() {
            TestUser erin = user("erin").phone("+12015550161").create();

            phones.api().reset(APP, "erin");

            assertThat(phones.texts().codeFor("+12015550161")).isNotEmpty();
            erin.change(user -> user.singleAttribute("phoneNumber", "+12015550162"));
            phones.api().reset(APP, "erin");
            assertThat(phones.texts().codeFor("+12015550162")).isNotEmpty();
        }

        @Test
        void numberThatAUserFlagsAsVerifiedThemselvesGetsNoCode() {
            TestUser frank = user("frank").create();
            save(phones, frank, Map.of("phoneNumber", "+12015550163"));
            save(phones, frank, Map.of("phoneNumber", "+12015550163", "phoneNumberVerified", "true"));

            phones.api().reset(APP, "frank");

            assertThat(phones.inbox().codeFor(frank)).isNotEmpty();
            assertThat(frank.resource().toRepresentation().firstAttribute("phoneNumberVerified"))
                    .isEqualTo("false");
        }

        @Test
        void proofOfOneNumberIsNoneOfAnother() {
            TestUser grace = user("grace").phone("+12015550164").create();
            String proof = grace.resource().toRepresentation().firstAttribute("phoneNumberProof");
            assertThat(proof).isNotBlank();

            save(
                    phones,
                    grace,
                    Map.of(
                            "phoneNumber", "+12015550165",
                            "phoneNumberVerified", "true",
                            "phoneNumberProof", proof));
            phones.api().reset(APP, "grace");

            assertThat(phones.inbox().codeFor(grace)).isNotEmpty();
        }

        @Test
        void verifiedNumberComesBeforeAUserNameThatLooksLikeIt() {
            user("judy").phone("+12015550168").create();
            phones.user("2015550168").email("squatter@example.test").create();

            phones.api().reset(APP, "2015550168");

            assertThat(phones.texts().codeFor("+12015550168")).isNotEmpty();
            assertThat(phones.mailsTo("squatter@example.test")).isZero();
        }

        private static NewUser user(String name) {
            return phones.user(name).email(name + "@example.test").password(OLD);
        }
    }

    /** Where users see their number and do not edit it, as the manual says. */
    @Nested
    class KeptPhoneNumbers {
        @AutoClose
        static final TestRealm imported = TestRealm.create(keycloak, with -> with.setUsers(List.of(ivan())));

        @BeforeAll
        static void phones() {
            imported.withPhones(Map.of());
        }

        @Test
        void numberThatCameWithAnImportedRealmStaysVerified() {
            imported.api().reset(APP, "ivan");

            assertThat(imported.texts().codeFor("+12015550167")).isNotEmpty();
        }

        @Test
        void userWhoSavesTheirProfileKeepsTheirVerifiedNumber() {
            TestUser heidi = imported.user("heidi")
                    .email("heidi@example.test")
                    .password(OLD)
                    .phone("+12015550166")
                    .create();

            save(imported, heidi, Map.of("phoneNumber", "+12015550166", "phoneNumberVerified", "true"));
            imported.api().reset(APP, "heidi");

            assertThat(imported.texts().codeFor("+12015550166")).isNotEmpty();
        }

        private static UserRepresentation ivan() {
            UserRepresentation ivan = new UserRepresentation();
            ivan.setUsername("ivan");
            ivan.setEnabled(true);
            ivan.setEmail("ivan@example.test");
            ivan.singleAttribute("phoneNumber", "+12015550167");
            ivan.singleAttribute("phoneNumberVerified", "true");
            return ivan;
        }
    }

    /** Saves the profile as its user, in the account console's way. */
    private static void save(TestRealm of, TestUser user, Map<String, String> attributes) {
        Map<String, List<String>> lists = new HashMap<>();
        attributes.forEach((key, value) -> lists.put(key, List.of(value)));
        URI account = URI.create(keycloak.url() + "/realms/" + of.name());
        Answer saved = new RestApi(account, Map.of("Authorization", "Bearer " + of.tokenFor(user)))
                .post(
                        "account",
                        Map.of(
                                "username",
                                user.username(),
                                "email",
                                user.email(),
                                "firstName",
                                "Test",
                                "lastName",
                                "Test",
                                "attributes",
                                lists));
        assertThat(saved.status()).as(saved.body()).isEqualTo(204);
    }
}
