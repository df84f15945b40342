// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.deploy;

import java.util.Map;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;

import io.passwordrecovery.cognito.CognitoApi;
import io.passwordrecovery.testkit.http.Answer;
import io.passwordrecovery.testkit.http.Http;
import io.passwordrecovery.testkit.realm.TestRealm;
import io.passwordrecovery.testkit.realm.TestUser;
import io.passwordrecovery.testkit.server.KeycloakServer;

import static io.passwordrecovery.testkit.realm.TestRealm.APP;
import static org.assertj.core.api.Assertions.assertThat;

/** Amplify for Android and Swift is told a host and no path: a proxy, as in the manual, adds the realm's. */
class BareHostIT {
    static final String OLD = "Old-Pa55w0rd";
    static final String NEW = "New-Pa55w0rd";

    static final KeycloakServer keycloak = KeycloakServer.shared();

    @AutoClose
    static final TestRealm realm = TestRealm.create(keycloak);

    @ParameterizedTest
    @EnumSource
    void libraryThatIsToldNothingButAHostDoesAllThree(ReverseProxy.Product product) {
        TestUser user = realm.user("user-" + product)
                .email(product + "@example.test")
                .password(OLD)
                .create();
        try (ReverseProxy proxy = ReverseProxy.startOrSkip(product, realm, keycloak.url());
                CognitoIdentityProviderClient sdk = CognitoIdentityProviderClient.builder()
                        .endpointOverride(proxy.url())
                        .region(Region.EU_CENTRAL_1)
                        .credentialsProvider(AnonymousCredentialsProvider.create())
                        .build()) {
            String token = realm.tokenFor(user);
            sdk.changePassword(
                    change -> change.accessToken(token).previousPassword(OLD).proposedPassword(OLD + "1"));
            sdk.forgotPassword(forgot -> forgot.clientId(APP).username(user.username()));
            String code = realm.inbox().codeFor(user);
            sdk.confirmForgotPassword(confirm -> confirm.clientId(APP)
                    .username(user.username())
                    .confirmationCode(code)
                    .password(NEW));

            assertThat(realm.canSignIn(user, NEW)).isTrue();
        }
    }

    // Whoever made up an address for each call would have no limits.
    @ParameterizedTest
    @EnumSource
    void callersAddressIsTheProxysWord(ReverseProxy.Product product) {
        try (TestRealm limited = TestRealm.create(keycloak)) {
            limited.configure(Map.of("codes-per-ip-hour", "2"));
            try (ReverseProxy proxy = ReverseProxy.startOrSkip(product, limited, keycloak.url())) {
                CognitoApi api =
                        new CognitoApi(proxy.url(), CognitoApi.of(limited).headers());

                api.with("X-Forwarded-For", "192.0.2.1").forgotPassword("one");
                api.with("X-Forwarded-For", "192.0.2.2")
                        .with("Forwarded", "for=192.0.2.2")
                        .forgotPassword("two");
                Answer third = api.with("X-Forwarded-For", "192.0.2.3").forgotPassword("three");

                assertThat(third.body()).contains("LimitExceededException");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothingElseOfKeycloakIsAtThatHost(ReverseProxy.Product product) {
        try (ReverseProxy proxy = ReverseProxy.startOrSkip(product, realm, keycloak.url())) {
            assertThat(Http.get(proxy.url().resolve("/realms/" + realm.name())).status())
                    .isEqualTo(404);
            assertThat(Http.get(proxy.url().resolve("/admin/")).status()).isEqualTo(404);
        }
    }
}
