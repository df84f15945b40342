// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.login.pages;

import com.microsoft.playwright.Page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** The application after its user has come back from Keycloak. */
public record AppPage(Page page) {
    public AppPage {
        assertThat(page).hasTitle("The application");
    }

    public String user() {
        return page.locator("#user").innerText();
    }

    public String state() {
        return page.locator("#state").innerText();
    }

    public String actionStatus() {
        return page.locator("#action-status").innerText();
    }

    public String error() {
        return page.locator("#error").innerText();
    }
}
