// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.limits;

/**
 * A page in somebody's browser.
 *
 * @param browser names the browser, all of its tabs alike, for as long as its login lasts; empty for none
 * @param link leads back to the page, in the same browser; without any secret; empty for none
 */
public record BrowserPage(String browser, String link) {
    /** An API's caller has no page. */
    public static final BrowserPage NONE = new BrowserPage("", "");
}
