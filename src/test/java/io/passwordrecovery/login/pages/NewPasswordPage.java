// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.login.pages;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** The page for a new password, {@code change-password.ftl}. */
public record NewPasswordPage(Page page) {
    public NewPasswordPage {
        assertThat(page.locator("#kc-change-password-form")).isVisible();
    }

    /** Enters a new password twice; what comes next is the test's business. */
    public void set(String password) {
        set(password, password);
    }

    public void set(String password, String confirmation) {
        page.locator("#password-new").fill(password);
        page.locator("#password-confirm").fill(confirmation);
        page.locator("#kc-submit").click();
    }

    /** Enters the current password and a new one. */
    public void change(String current, String password) {
        current().fill(current);
        set(password);
    }

    public Locator current() {
        return page.locator("#password-current");
    }

    /** What the page says of a field. */
    public Locator error(String field) {
        return page.locator("#input-error-" + field);
    }

    public CodePage forgotten() {
        page.locator("#kc-forgotten").click();
        return new CodePage(page);
    }

    public void cancel() {
        page.locator("#kc-cancel").click();
    }
}
