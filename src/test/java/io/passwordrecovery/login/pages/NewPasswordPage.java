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
        Submit.by(page.locator("#kc-submit"));
    }

    /** Enters the current password and a new one. */
    public void change(String current, String password) {
        current().fill(current);
        set(password);
    }

    public Locator field(String name) {
        return page.locator("#" + name);
    }

    public Locator current() {
        return page.locator("#password-current");
    }

    /** The choice that a realm may leave to the user. */
    public Locator signOutOthers() {
        return page.locator("#logout-sessions");
    }

    /** What the page says of a field. */
    public Locator error(String field) {
        return page.locator("#input-error-" + field);
    }

    public Locator forgottenButton() {
        return page.locator("#kc-forgotten");
    }

    public ResetCodePage forgotten() {
        Submit.by(forgottenButton());
        return new ResetCodePage(page);
    }

    public Locator cancelButton() {
        return page.locator("#kc-cancel");
    }

    public void cancel() {
        Submit.by(cancelButton());
    }
}
