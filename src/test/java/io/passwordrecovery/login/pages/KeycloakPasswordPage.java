// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.login.pages;

import com.microsoft.playwright.Page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** Keycloak's own page for a new password, {@code login-update-password.ftl}. */
public record KeycloakPasswordPage(Page page) {
    public KeycloakPasswordPage {
        assertThat(page.locator("#kc-passwd-update-form")).isVisible();
    }

    public void set(String password) {
        page.locator("#password-new").fill(password);
        page.locator("#password-confirm").fill(password);
        Submit.by(page.locator("#kc-passwd-update-form [type=submit]").first());
    }
}
