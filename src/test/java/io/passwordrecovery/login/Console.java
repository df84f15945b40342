// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.login;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.microsoft.playwright.Page;

/** What a browser complains of: JavaScript errors, refused scripts (CSP), files that are missing. */
final class Console {
    private Console() {}

    /** Begins to listen. */
    static List<String> of(Page page) {
        List<String> complaints = new CopyOnWriteArrayList<>();
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(message.type() + ": " + message.text() + " at " + message.location());
            }
        });
        return complaints;
    }
}
