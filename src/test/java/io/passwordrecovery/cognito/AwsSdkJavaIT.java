// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.cognito;

import java.net.URI;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CodeDeliveryDetailsType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CodeMismatchException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CognitoIdentityProviderException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.DeliveryMediumType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ForgotPasswordResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InternalErrorException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidParameterException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidPasswordException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.LimitExceededException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ResourceNotFoundException;

import io.passwordrecovery.testkit.realm.TestRealm;
import io.passwordrecovery.testkit.realm.TestUser;
import io.passwordrecovery.testkit.server.KeycloakServer;

import static io.passwordrecovery.testkit.realm.TestRealm.APP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The AWS SDK for Java, version 2, told another endpoint and nothing else. */
@Tag("journey")
class AwsSdkJavaIT {
    static final String OLD = "Old-Pa55w0rd";
    static final String NEW = "New-Pa55w0rd";
    static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    static final String SECRET = "server-secret";

    @AutoClose
    static final TestRealm realm = TestRealm.create(KeycloakServer.shared());

    @AutoClose
    static final CognitoIdentityProviderClient sdk = client("");

    @BeforeAll
    static void clientAndPolicy() {
        realm.confidentialClient("server", SECRET);
        realm.passwordPolicy("length(8) and testkit-fault(undefined)");
    }

    @Test
    void confidentialAppResetsAForgottenPassword() {
        TestUser alice = user("alice");
        String hash = SecretHash.of(SECRET, "alice", "server");

        ForgotPasswordResponse asked = sdk.forgotPassword(
                forgot -> forgot.clientId("server").username("alice").secretHash(hash));
        String code = realm.inbox().codeFor(alice);
        sdk.confirmForgotPassword(confirm -> confirm.clientId("server")
                .username("alice")
                .secretHash(hash)
                .confirmationCode(code)
                .password(NEW));

        CodeDeliveryDetailsType details = asked.codeDeliveryDetails();
        assertThat(details.deliveryMedium()).isEqualTo(DeliveryMediumType.EMAIL);
        assertThat(details.destination()).isEqualTo("***@***");
        assertThat(details.attributeName()).isEqualTo("email");
        assertThat(asked.responseMetadata().requestId()).matches(UUID);
        assertThat(realm.canSignIn(alice, NEW)).isTrue();
    }

    @Test
    void addressMayEndInASlash() {
        try (CognitoIdentityProviderClient other = client("/")) {
            assertThat(other.forgotPassword(forgot -> forgot.clientId(APP).username("nobody"))
                            .codeDeliveryDetails()
                            .attributeName())
                    .isEqualTo("email");
        }
    }

    @Test
    void signedInUserChangesTheKnownPassword() {
        TestUser bob = user("bob");
        String token = realm.tokenFor(bob);

        sdk.changePassword(
                change -> change.accessToken(token).previousPassword(OLD).proposedPassword(NEW));

        assertThat(realm.canSignIn(bob, NEW)).isTrue();
    }

    @Test
    void codesAndPasswordsAreRefusedWithTypedExceptions() {
        TestUser carol = user("carol");
        forgot(APP, "carol");
        String code = realm.inbox().codeFor(carol);

        refused(CodeMismatchException.class, () -> confirm("carol", "000000", NEW));
        refused(InvalidPasswordException.class, () -> confirm("carol", code, "Pa55"));
        refused(LimitExceededException.class, () -> forgot(APP, "carol"));
        refused(InternalErrorException.class, () -> confirm("carol", code, "fault-Pa55w0rd"));
    }

    @Test
    void callersAreRefusedWithTypedExceptions() {
        refused(ResourceNotFoundException.class, () -> forgot("stranger", "dave"));
        refused(InvalidParameterException.class, () -> forgot(APP, "x".repeat(129)));
        refused(NotAuthorizedException.class, () -> forgot("server", "dave"));
        refused(
                NotAuthorizedException.class,
                () -> sdk.forgotPassword(
                        forgot -> forgot.clientId("server").username("dave").secretHash("wrong")));
        refused(
                NotAuthorizedException.class,
                () -> sdk.changePassword(change -> change.accessToken("no.such.token")
                        .previousPassword(OLD)
                        .proposedPassword(NEW)));
    }

    private static void refused(Class<? extends CognitoIdentityProviderException> type, ThrowingCallable call) {
        assertThatExceptionOfType(type).isThrownBy(call).satisfies(refusal -> {
            assertThat(refusal.requestId()).matches(UUID);
            assertThat(refusal.awsErrorDetails().errorCode()).isEqualTo(type.getSimpleName());
            assertThat(refusal.awsErrorDetails().errorMessage()).isNotBlank();
            assertThat(refusal.statusCode()).isEqualTo(type == InternalErrorException.class ? 500 : 400);
        });
    }

    private static void forgot(String clientId, String username) {
        sdk.forgotPassword(forgot -> forgot.clientId(clientId).username(username));
    }

    private static void confirm(String username, String code, String password) {
        sdk.confirmForgotPassword(confirm ->
                confirm.clientId(APP).username(username).confirmationCode(code).password(password));
    }

    private static CognitoIdentityProviderClient client(String slash) {
        return CognitoIdentityProviderClient.builder()
                .endpointOverride(URI.create(CognitoApi.of(realm).address() + slash))
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .build();
    }

    private static TestUser user(String name) {
        return realm.user(name).email(name + "@example.test").password(OLD).create();
    }
}
