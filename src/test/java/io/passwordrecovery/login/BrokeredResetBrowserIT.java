// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.login;

import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keycloak.representations.idm.IdentityProviderRepresentation;

import io.passwordrecovery.login.pages.AppPage;
import io.passwordrecovery.login.pages.ChooseUserPage;
import io.passwordrecovery.login.pages.OtpPage;
import io.passwordrecovery.login.pages.SignInPage;
import io.passwordrecovery.testkit.realm.TestRealm;
import io.passwordrecovery.testkit.realm.TestUser;
import io.passwordrecovery.testkit.server.KeycloakServer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Somebody halfway through a first sign-in by an identity provider goes on to a reset of another's account. */
class BrokeredResetBrowserIT {
    private static final String PARTNER = "partner";

    @AutoClose
    @RegisterExtension
    static final LoginWorld world = LoginWorld.create();

    @AutoClose
    static final TestRealm partner = TestRealm.create(KeycloakServer.shared());

    @BeforeAll
    static void trustThePartner() {
        String here = KeycloakServer.shared().url() + "/realms/" + world.realm().name();
        String there = KeycloakServer.shared().url() + "/realms/" + partner.name();
        partner.client(here, client -> {
            client.setProtocol("saml");
            client.setRedirectUris(List.of(here + "/*"));
            client.setAttributes(Map.of("saml.client.signature", "false"));
        });
        IdentityProviderRepresentation provider = new IdentityProviderRepresentation();
        provider.setAlias(PARTNER);
        provider.setProviderId("saml");
        provider.setEnabled(true);
        provider.setConfig(Map.of(
                "singleSignOnServiceUrl",
                there + "/protocol/saml",
                "idpEntityId",
                there,
                "entityId",
                here,
                "validateSignature",
                "false",
                "postBindingResponse",
                "true",
                "postBindingAuthnRequest",
                "true"));
        world.realm().resource().identityProviders().create(provider).close();
    }

    @Test
    void resetLinksNoIdentityProviderAccountAndEndsInAFreshSignInWithTheSecondFactor() {
        TestUser alice =
                Otp.withPassword(world.newUser("alice"), LoginWorld.OLD).create();
        Page page = firstSignInOf("mallory");

        page.navigate(page.url()
                .replaceFirst("/login-actions/[^?]*", "/login-actions/reset-credentials")
                .replaceFirst("execution=[^&]*&", ""));
        new ChooseUserPage(page)
                .choose("alice")
                .enterRight(world.realm().inbox().codeFor(alice))
                .set(LoginWorld.NEW);

        assertThat(new SignInPage(page).message()).contains("Your password has been changed");
        assertThat(alice.resource().getFederatedIdentity()).isEmpty();
        new SignInPage(page).signIn("alice", LoginWorld.NEW);
        new OtpPage(page).enter(Otp.code());
        assertThat(new AppPage(page).user()).isEqualTo("alice");
        assertThat(alice.resource().getFederatedIdentity()).isEmpty();
    }

    @Test
    void nothingIsLinkedByTheCodeAlone() {
        TestUser bob = Otp.withPassword(world.newUser("bob"), LoginWorld.OLD).create();
        Page page = firstSignInOf("trudy");

        page.navigate(page.url()
                .replaceFirst("/login-actions/[^?]*", "/login-actions/reset-credentials")
                .replaceFirst("execution=[^&]*&", ""));
        new ChooseUserPage(page).choose("bob").enterRight(world.realm().inbox().codeFor(bob));

        assertThat(bob.resource().getFederatedIdentity()).isEmpty();
    }

    @Test
    void userWithoutASecondFactorIsNotLinkedEither() {
        TestUser carol = world.user("carol");
        Page page = firstSignInOf("oscar");

        page.navigate(page.url()
                .replaceFirst("/login-actions/[^?]*", "/login-actions/reset-credentials")
                .replaceFirst("execution=[^&]*&", ""));
        new ChooseUserPage(page)
                .choose("carol")
                .enterRight(world.realm().inbox().codeFor(carol))
                .set(LoginWorld.NEW);

        new SignInPage(page).signIn("carol", LoginWorld.NEW);
        assertThat(new AppPage(page).user()).isEqualTo("carol");
        assertThat(carol.resource().getFederatedIdentity()).isEmpty();
    }

    /** Up to the page that asks for what the identity provider has not told. */
    private static Page firstSignInOf(String stranger) {
        partner.user(stranger).password(LoginWorld.OLD).create();
        Page page = world.browser().newPage();
        page.navigate(world.app().signIn("state"));
        page.locator("#social-" + PARTNER).click();
        new SignInPage(page).signIn(stranger, LoginWorld.OLD);
        assertThat(page.locator("#kc-idp-review-profile-form")).isVisible();
        return page;
    }
}
