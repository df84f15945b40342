// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.login.pages;

import com.microsoft.playwright.Page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** Keycloak's page that only says something, {@code info.ftl}. */
public record InfoPage(Page page) {
    public InfoPage {
        assertThat(page.locator("#kc-info-message")).isVisible();
    }

    public String text() {
        return page.locator("#kc-info-message").innerText();
    }

    /** Follows its link: on to what a mail asked for, or back to the application. */
    public void goOn() {
        page.locator("#kc-info-message a").click();
    }
}
