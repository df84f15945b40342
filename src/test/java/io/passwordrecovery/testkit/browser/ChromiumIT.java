// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.testkit.browser;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

class ChromiumIT {
    @AutoClose
    static final TestBrowser browser = new TestBrowser();

    @Test
    void pageRunsItsScripts() {
        Page page = browser.newPage();

        page.setContent("<p id=said>nothing</p><script>said.textContent = 'hello'</script>");

        assertThat(page.locator("#said")).hasText("hello");
    }
}
