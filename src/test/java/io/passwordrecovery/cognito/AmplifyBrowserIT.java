// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.cognito;

import java.time.Duration;
import java.util.List;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.keycloak.events.EventType;

import io.passwordrecovery.testkit.browser.PageServer;
import io.passwordrecovery.testkit.browser.TestBrowser;
import io.passwordrecovery.testkit.node.NodeProject;
import io.passwordrecovery.testkit.realm.TestRealm;
import io.passwordrecovery.testkit.realm.TestUser;
import io.passwordrecovery.testkit.server.KeycloakServer;

import static org.assertj.core.api.Assertions.assertThat;

/** The functions of Amplify's guide, in a page of another origin than Keycloak's. */
class AmplifyBrowserIT {
    static final String OLD = "Old-Pa55w0rd";
    static final String NEW = "New-Pa55w0rd";

    static final KeycloakServer keycloak = KeycloakServer.shared();

    @AutoClose
    static final TestRealm realm = TestRealm.create(keycloak);

    @AutoClose
    static final PageServer app = PageServer.start();

    @AutoClose
    static final PageServer stranger = PageServer.start();

    @AutoClose
    static final TestBrowser browser = new TestBrowser();

    @BeforeAll
    static void clientAndPolicy() {
        realm.client("page", client -> client.setWebOrigins(List.of(app.origin())));
        realm.passwordPolicy("length(8)");
    }

    @Test
    void forgottenPasswordIsReplacedWithTheCodeFromTheInbox() {
        TestUser alice = user("alice");
        AmplifyPage page = open(app);

        page.reset("alice");
        page.says("Confirmation code was sent to EMAIL ***@***");
        page.confirm("alice", realm.inbox().codeFor(alice), NEW);
        page.says("Password was reset.");

        assertThat(realm.canSignIn(alice, NEW)).isTrue();
        assertThat(realm.canSignIn(alice, OLD)).isFalse();
    }

    @Test
    void signedInUserChangesTheKnownPassword() {
        TestUser bob = user("bob");
        AmplifyPage page = open(app);

        page.signIn("bob", OLD);
        page.update(OLD, NEW);
        page.says("Password was updated.");

        assertThat(realm.canSignIn(bob, NEW)).isTrue();
        assertThat(realm.canSignIn(bob, OLD)).isFalse();
    }

    @Test
    void pageSeesTheErrorsNamesAndTexts() {
        TestUser carol = user("carol");
        AmplifyPage page = open(app);

        page.reset("carol");
        page.says("Confirmation code was sent to EMAIL ***@***");
        page.reset("carol");
        page.says("LimitExceededException: Attempt limit exceeded, please try after some time.");
        page.confirm("carol", "000000", NEW);
        page.says("CodeMismatchException: Invalid verification code provided, please try again.");
        page.confirm("carol", realm.inbox().codeFor(carol), "Pa55");
        page.says("InvalidPasswordException: Password did not conform with policy: "
                + "Invalid password: minimum length 8.");
        page.signIn("carol", OLD);
        page.update("Wrong-Pa55w0rd", NEW);
        page.says("NotAuthorizedException: Incorrect username or password.");

        assertThat(realm.canSignIn(carol, OLD)).isTrue();
    }

    @Test
    void pageOfAnOriginThatNoClientListsGetsANetworkErrorAndNothingIsSent() {
        TestUser dave = user("dave");
        AmplifyPage page = open(stranger);

        page.reset("dave");
        page.says("NetworkError: A network error has occurred.");

        realm.inbox().expectNoMailFor(dave.email(), Duration.ofMillis(500));
        assertThat(realm.events(EventType.SEND_RESET_PASSWORD, EventType.SEND_RESET_PASSWORD_ERROR))
                .noneMatch(event -> dave.id().equals(event.getUserId())
                        || "dave".equals(event.getDetails().get("username")));
    }

    private static AmplifyPage open(PageServer server) {
        server.runs(NodeProject.installed().bundle("password-page.mjs"));
        Page page = browser.newPage();
        page.navigate(server.origin() + "/?client=page&realm=" + keycloak.url() + "/realms/" + realm.name());
        return new AmplifyPage(page);
    }

    private static TestUser user(String name) {
        return realm.user(name).email(name + "@example.test").password(OLD).create();
    }
}
