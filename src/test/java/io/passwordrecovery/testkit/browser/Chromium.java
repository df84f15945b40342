// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.testkit.browser;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.microsoft.playwright.impl.driver.Driver;

import io.passwordrecovery.testkit.Missing;
import io.passwordrecovery.testkit.server.SearchPath;

/**
 * The browser that the tests start.
 *
 * @param executable the machine's own; empty for the one that Playwright has fetched
 */
record Chromium(Optional<Path> executable) {
    // The first is what Playwright fetches, too: it draws no window, and so costs half.
    private static final String[] NAMES = {
        "chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"
    };

    private static Chromium found;

    /** Finds the machine's own or has Playwright fetch one; skips the test where neither is to be had. */
    static synchronized Chromium forThisMachine() {
        if (found == null) {
            Optional<Path> installed = SearchPath.ofThisMachine().find(NAMES);
            if (installed.isEmpty()) {
                fetch();
            }
            found = new Chromium(installed);
        }
        return found;
    }

    private static void fetch() {
        try {
            // What Playwright's own command line does (com.microsoft.playwright.CLI), without its System.exit.
            ProcessBuilder driver =
                    Driver.ensureDriverInstalled(Map.of(), false).createProcessBuilder();
            driver.command().addAll(List.of("install", "--only-shell", "chromium"));
            Process fetching = driver.redirectErrorStream(true).start();
            String output = new String(fetching.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (fetching.waitFor() != 0) {
                throw missing(output.lines()
                        .filter(line -> line.contains("Error"))
                        .findFirst()
                        .orElse(output));
            }
        } catch (IOException e) {
            throw missing(e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw missing("interrupted");
        }
    }

    private static RuntimeException missing(String why) {
        return Missing.because(
                "Tests in a browser",
                "no " + String.join(", ", NAMES) + " is on the PATH, and Playwright could not fetch one (" + why + ")");
    }
}
