// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.login.pages;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** Presses a form's button and waits for the answer, which may be the same page again. */
public final class Submit {
    private Submit() {}

    public static void by(Locator button) {
        Page page = button.page();
        page.waitForRequestFinished(
                new Page.WaitForRequestFinishedOptions()
                        .setPredicate(request -> request.isNavigationRequest()
                                && request.method().equals("POST")),
                button::click);
        page.waitForLoadState();
    }
}
