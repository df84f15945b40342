// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.login.pages;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** The page for the code, {@code reset-code.ftl}. */
public record ResetCodePage(Page page) {
    public ResetCodePage {
        assertThat(page.locator("#kc-reset-code-form")).isVisible();
    }

    /** Enters a code; what comes next is the test's business. */
    public void enter(String code) {
        field().fill(code);
        Submit.by(page.locator("#kc-submit"));
    }

    /** Enters a code that is not right, and waits for the page to say so. */
    public ResetCodePage enterWrong(String code) {
        enter(code);
        assertThat(error()).isVisible();
        return new ResetCodePage(page);
    }

    public NewPasswordPage enterRight(String code) {
        enter(code);
        return new NewPasswordPage(page);
    }

    public Locator field() {
        return page.locator("#code");
    }

    /** What the page says of the code that was entered. */
    public Locator error() {
        return page.locator("#input-error-code");
    }

    /** What the page says at its top. */
    public Locator message() {
        return page.locator(".kc-feedback-text").first();
    }

    public Locator intro() {
        return page.locator("#kc-reset-code-intro");
    }

    public Locator countdown() {
        return page.locator("#kc-reset-code-wait");
    }

    public Locator resend() {
        return page.locator("#kc-resend");
    }

    public Locator send() {
        return page.locator("#kc-send");
    }

    /** Presses the button for a first code, and waits for the answer. */
    public ResetCodePage sendFirst() {
        Submit.by(send());
        return new ResetCodePage(page);
    }

    /** Presses the button for a new code, and waits for the answer. */
    public ResetCodePage sendNew() {
        Submit.by(resend());
        return new ResetCodePage(page);
    }

    /** The button for the other medium. */
    public Locator byOther() {
        return page.locator("#kc-send-by-other");
    }

    /** Has the code sent by the other medium. */
    public ResetCodePage sendByOther() {
        String before = intro().innerText();
        byOther().click();
        assertThat(intro()).not().hasText(before);
        return new ResetCodePage(page);
    }

    public void startAgain() {
        Submit.by(page.locator("#kc-start-again"));
    }
}
