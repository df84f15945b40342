// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.login.pages;

import com.microsoft.playwright.Page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** Keycloak's own page that asks for the user name. */
public record ChooseUserPage(Page page) {
    public ChooseUserPage {
        assertThat(page.locator("#kc-reset-password-form")).isVisible();
    }

    public ResetCodePage choose(String username) {
        page.locator("#username").fill(username);
        page.locator("#kc-reset-password-form [type=submit]").click();
        return new ResetCodePage(page);
    }
}
