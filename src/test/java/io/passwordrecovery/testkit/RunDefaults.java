// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.testkit;

import java.time.Duration;

import org.awaitility.Awaitility;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** What holds for every run: how long Awaitility waits where a test says nothing else, and who is silent. */
public final class RunDefaults implements LauncherSessionListener {
    @Override
    public void launcherSessionOpened(LauncherSession session) {
        // Testcontainers and GreenMail log to nobody, and that is fine.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        // Long enough for a server on a busy machine.
        Awaitility.setDefaultTimeout(Duration.ofSeconds(20));
        Awaitility.setDefaultPollDelay(Duration.ZERO);
        Awaitility.setDefaultPollInterval(Duration.ofMillis(100));
        Awaitility.pollInSameThread();
        // A thread of the mail server fails when a node is killed in the middle of a mail. Whoever waits just then, in
        // whichever class, would fail with it.
        Awaitility.doNotCatchUncaughtExceptionsByDefault();
    }
}
