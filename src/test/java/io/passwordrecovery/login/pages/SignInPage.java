// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.login.pages;

import com.microsoft.playwright.Page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** Keycloak's own sign-in page. */
public record SignInPage(Page page) {
    public SignInPage {
        assertThat(page.locator("#kc-form-login")).isVisible();
    }

    /** Enters name and password; what comes next is the test's business. */
    public void signIn(String username, String password) {
        page.locator("#username").fill(username);
        signInAgain(password);
    }

    /** Enters the password of the user whom the page already knows. */
    public void signInAgain(String password) {
        page.locator("#password").fill(password);
        Submit.by(page.locator("#kc-login"));
    }

    public ChooseUserPage forgotPassword() {
        page.locator("a[href*=reset-credentials]").click();
        return new ChooseUserPage(page);
    }

    /** What the page says at its top. */
    public String message() {
        return page.locator(".kc-feedback-text").first().innerText();
    }
}
