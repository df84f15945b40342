// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.login;

import java.util.HashMap;
import java.util.Map;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import io.passwordrecovery.login.pages.AppPage;
import io.passwordrecovery.login.pages.ResetCodePage;
import io.passwordrecovery.login.pages.SignInPage;
import io.passwordrecovery.testkit.browser.TestBrowser;
import io.passwordrecovery.testkit.realm.NewUser;
import io.passwordrecovery.testkit.realm.TestApp;
import io.passwordrecovery.testkit.realm.TestRealm;
import io.passwordrecovery.testkit.realm.TestUser;
import io.passwordrecovery.testkit.server.KeycloakServer;

/**
 * What the tests of the pages share: a realm that resets by code, an application of it, and people with browsers.
 *
 * <pre>{@code @AutoClose
 * @RegisterExtension
 * static final LoginWorld world = LoginWorld.create();}</pre>
 */
record LoginWorld(TestRealm realm, TestApp app, TestBrowser browser) implements AutoCloseable, AfterEachCallback {
    static final String OLD = "the old Pa55word";
    static final String NEW = "brand new Pa55word";

    static LoginWorld create(String... furtherSteps) {
        return on(KeycloakServer.shared(), furtherSteps);
    }

    static LoginWorld on(KeycloakServer keycloak, String... furtherSteps) {
        TestRealm realm = TestRealm.create(keycloak);
        realm.resetByCode(furtherSteps);
        LoginWorld world = new LoginWorld(realm, TestApp.create(realm), new TestBrowser());
        world.configure(Map.of());
        return world;
    }

    /** Sets these settings, and limits that the tests do not reach unless they are about them. */
    void configure(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(Map.of("cooldown", "0", "codes-per-ip-hour", "1000000"));
        all.putAll(settings);
        realm.configure(all);
    }

    /** Somebody with an email address and the old password. */
    TestUser user(String name) {
        return newUser(name).password(OLD).create();
    }

    /** Somebody with an email address; no password yet. */
    NewUser newUser(String name) {
        return realm.user(name).email(name + "@example.test");
    }

    /** Asks for a code, in a browser of nobody. */
    ResetCodePage ask(String username) {
        return ask(browser.newPage(), username);
    }

    ResetCodePage ask(Page page, String username) {
        page.navigate(app.signIn("state"));
        return new SignInPage(page).forgotPassword().choose(username);
    }

    /** Signs somebody in at the application, in a browser of nobody. */
    Page signedIn(TestUser user) {
        return signedIn(user, Map.of());
    }

    Page signedIn(TestUser user, Map<String, String> parameters) {
        Page page = browser.newPage();
        page.navigate(app.signIn("state", parameters));
        new SignInPage(page).signIn(user.username(), user.password());
        new AppPage(page);
        return page;
    }

    /** A code of the same form that is not right. */
    static String wrong(String code) {
        return (code.charAt(0) == '9' ? '0' : (char) (code.charAt(0) + 1)) + code.substring(1);
    }

    /** Takes back what a test has changed, and shows what its browser showed when it failed. */
    @Override
    public void afterEach(ExtensionContext test) {
        test.getExecutionException().ifPresent(failure -> browser.show(System.err));
        browser.closePages();
        if (realm.keycloak() != KeycloakServer.shared()) {
            realm.keycloak().resetClock();
        }
        configure(Map.of());
    }

    @Override
    public void close() {
        browser.close();
        app.close();
        realm.close();
    }
}
