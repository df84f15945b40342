// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.cognito;

import java.util.Map;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** {@code password-page.mjs} in a browser: four forms, and what the page says. */
record AmplifyPage(Page page) {
    void signIn(String username, String password) {
        submit("Sign in", Map.of("username", username, "password", password));
        says("Signed in as " + username);
    }

    void reset(String username) {
        submit("Reset", Map.of("username", username));
    }

    void confirm(String username, String code, String newPassword) {
        submit("Confirm", Map.of("username", username, "confirmationCode", code, "newPassword", newPassword));
    }

    void update(String oldPassword, String newPassword) {
        submit("Update", Map.of("oldPassword", oldPassword, "newPassword", newPassword));
    }

    /** Waits until the page says this. */
    void says(String text) {
        assertThat(page.locator("output")).hasText(text);
    }

    private void submit(String form, Map<String, String> fields) {
        Locator inputs = page.getByRole(AriaRole.FORM, new Page.GetByRoleOptions().setName(form));
        fields.forEach((name, value) -> inputs.locator("[name=" + name + "]").fill(value));
        inputs.getByRole(AriaRole.BUTTON).click();
    }
}
