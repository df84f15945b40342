// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.login.pages;

import com.microsoft.playwright.Page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** Keycloak's page for a form that its login has left behind, {@code login-page-expired.ftl}. */
public record ExpiredPage(Page page) {
    public ExpiredPage {
        assertThat(page.locator("#loginRestartLink")).isVisible();
    }

    public void goOn() {
        page.locator("#loginContinueLink").click();
    }

    public void startAgain() {
        page.locator("#loginRestartLink").click();
    }
}
