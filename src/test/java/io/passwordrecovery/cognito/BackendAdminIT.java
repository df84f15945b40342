// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.cognito;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.RoleRepresentation;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidParameterException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidPasswordException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.LimitExceededException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotFoundException;

import io.passwordrecovery.testkit.http.Answer;
import io.passwordrecovery.testkit.realm.TestRealm;
import io.passwordrecovery.testkit.realm.TestUser;
import io.passwordrecovery.testkit.server.KeycloakServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** A backend that managed Cognito's users by the AWS SDK goes on with its client's secret; nobody else does. */
class BackendAdminIT {
    static final String OLD = "Old-Pa55w0rd";
    static final String NEW = "New-Pa55w0rd";
    static final String SECRET = "a-secret-of-the-backend";

    @AutoClose
    static final TestRealm realm = TestRealm.create(KeycloakServer.shared());

    @AutoClose
    static final CognitoIdentityProviderClient sdk = sdk("backend", SECRET);

    @BeforeAll
    static void clients() {
        realm.passwordPolicy("length(8)");
        client("backend", true, true);
        client("powerless", false, true);
        client("out-of-scope", true, false);
        realm.client("public-one", client -> client.setPublicClient(true));
    }

    @Test
    void resetSendsACodeThatTheUserConfirms() {
        TestUser alice = user("alice");

        sdk.adminResetUserPassword(reset -> reset.userPoolId("local_demo").username("alice"));

        assertThat(alice.resource().toRepresentation().getRequiredActions()).containsExactly("UPDATE_PASSWORD");
        CognitoApi.of(realm).confirmForgotPassword("alice", realm.inbox().codeFor(alice), NEW);
        assertThat(alice.resource().toRepresentation().getRequiredActions()).isEmpty();
        assertThat(realm.canSignIn(alice, NEW)).isTrue();
        refused(
                LimitExceededException.class,
                () -> sdk.adminResetUserPassword(
                        reset -> reset.userPoolId("local_demo").username("alice")));
    }

    @Test
    void permanentPasswordIsGoodAtOnceAndItsOwnerIsTold() {
        TestUser bob = user("bob");
        realm.tokenFor(bob);

        sdk.adminSetUserPassword(set ->
                set.userPoolId("local_demo").username("bob").password(NEW).permanent(true));

        assertThat(realm.canSignIn(bob, NEW)).isTrue();
        assertThat(realm.canSignIn(bob, OLD)).isFalse();
        assertThat(realm.inbox().awaitMail(bob.email()).subject()).contains("password");
    }

    @Test
    void temporaryPasswordMustBeChangedAtTheNextSignIn() {
        TestUser carol = user("carol");

        sdk.adminSetUserPassword(set ->
                set.userPoolId("local_demo").username("carol@example.test").password(NEW));

        assertThat(carol.resource().toRepresentation().getRequiredActions()).containsExactly("UPDATE_PASSWORD");
        assertThat(realm.canSignIn(carol, NEW)).isFalse();
        assertThat(realm.tokens().grant("carol", NEW).body()).contains("not fully set up");
    }

    @Test
    void whatCannotBeDoneIsRefusedWithTypedExceptions() {
        user("dave");
        realm.user("nowhere").password(OLD).create();

        refused(UserNotFoundException.class, () -> set(sdk, "nobody", NEW));
        refused(InvalidPasswordException.class, () -> set(sdk, "dave", "Pa55"));
        refused(InvalidParameterException.class, () -> set(sdk, "dave", "x".repeat(257)));
        refused(
                InvalidParameterException.class,
                () -> sdk.adminResetUserPassword(
                        reset -> reset.userPoolId("local_demo").username("nowhere")));
    }

    @Test
    void whoeverMayNotManageUsersIsRefusedAndNothingIsDone() {
        TestUser erin = user("erin");
        try (CognitoIdentityProviderClient wrong = sdk("backend", "wrong");
                CognitoIdentityProviderClient powerless = sdk("powerless", SECRET);
                CognitoIdentityProviderClient outOfScope = sdk("out-of-scope", SECRET);
                CognitoIdentityProviderClient open = sdk("public-one", "")) {
            for (CognitoIdentityProviderClient one :
                    new CognitoIdentityProviderClient[] {wrong, powerless, outOfScope, open}) {
                refused(NotAuthorizedException.class, () -> set(one, "erin", NEW));
                refused(NotAuthorizedException.class, () -> set(one, "nobody", NEW));
            }
        }
        assertThat(realm.canSignIn(erin, OLD)).isTrue();
    }

    @Test
    void signatureIsNoProof() {
        TestUser frank = user("frank");
        AwsCredentialsProvider keys = StaticCredentialsProvider.create(AwsBasicCredentials.create("backend", SECRET));
        try (CognitoIdentityProviderClient signing = CognitoIdentityProviderClient.builder()
                .endpointOverride(CognitoApi.of(realm).address())
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(keys)
                .build()) {
            refused(NotAuthorizedException.class, () -> set(signing, "frank", NEW));
        }
        assertThat(realm.canSignIn(frank, OLD)).isTrue();
    }

    /** It is the same for each call of the user's, and applications hand it to browsers. */
    @Test
    void secretHashIsNoProof() {
        TestUser grace = user("grace");

        Answer refused = CognitoApi.of(realm)
                .operation("AdminSetUserPassword")
                .post(Map.of(
                        "ClientId",
                        "backend",
                        "SecretHash",
                        SecretHash.of(SECRET, "grace", "backend"),
                        "Username",
                        "grace",
                        "Password",
                        NEW,
                        "Permanent",
                        true));

        assertThat(refused.header("x-amzn-ErrorType")).hasValue("NotAuthorizedException");
        assertThat(refused.body()).contains("HTTP Basic").doesNotContain(NEW, SECRET);
        assertThat(realm.canSignIn(grace, OLD)).isTrue();
    }

    private static void set(CognitoIdentityProviderClient by, String name, String password) {
        by.adminSetUserPassword(set ->
                set.userPoolId("local_demo").username(name).password(password).permanent(true));
    }

    private static void refused(Class<? extends Exception> type, ThrowingCallable call) {
        assertThatExceptionOfType(type).isThrownBy(call);
    }

    private static CognitoIdentityProviderClient sdk(String clientId, String secret) {
        String credentials =
                Base64.getEncoder().encodeToString((clientId + ":" + secret).getBytes(StandardCharsets.UTF_8));
        return CognitoIdentityProviderClient.builder()
                .endpointOverride(CognitoApi.of(realm).address())
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .overrideConfiguration(
                        configuration -> configuration.putHeader("Authorization", "Basic " + credentials))
                .build();
    }

    private static void client(String clientId, boolean hasRole, boolean hasScope) {
        realm.client(clientId, client -> {
            client.setPublicClient(false);
            client.setSecret(SECRET);
            client.setServiceAccountsEnabled(true);
            client.setStandardFlowEnabled(false);
            client.setDirectAccessGrantsEnabled(false);
            client.setFullScopeAllowed(hasScope);
        });
        if (hasRole) {
            give(clientId, "manage-users");
        }
    }

    private static void give(String clientId, String role) {
        var clients = realm.resource().clients();
        String management = clients.findByClientId("realm-management").get(0).getId();
        RoleRepresentation wanted = clients.get(management).roles().get(role).toRepresentation();
        String account = clients.get(clients.findByClientId(clientId).get(0).getId())
                .getServiceAccountUser()
                .getId();
        realm.resource().users().get(account).roles().clientLevel(management).add(List.of(wanted));
    }

    private static TestUser user(String name) {
        return realm.user(name).email(name + "@example.test").password(OLD).create();
    }
}
