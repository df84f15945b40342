// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.login.pages;

import com.microsoft.playwright.Page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** Keycloak's own page for the second factor, {@code login-otp.ftl}. */
public record OtpPage(Page page) {
    public OtpPage {
        assertThat(page.locator("#kc-otp-login-form")).isVisible();
    }

    public void enter(String code) {
        page.locator("#otp").fill(code);
        Submit.by(page.locator("#kc-login"));
    }
}
