// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.testkit;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.opentest4j.TestAbortedException;

/** What a machine lacks, and which tests are skipped for it: never silently. */
public final class Missing {
    private static final Set<String> SAID = ConcurrentHashMap.newKeySet();

    private Missing() {}

    /**
     * Says so on the console, once, and returns what skips the test.
     *
     * @param tests which are skipped, in the plural: {@code Tests in a browser}
     * @param why what is missing: {@code there is no Chromium}
     */
    public static TestAbortedException because(String tests, String why) {
        String line = tests + " are SKIPPED: " + why + ".";
        if (SAID.add(line)) {
            System.out.println("[WARNING] " + line);
        }
        return new TestAbortedException(line);
    }
}
