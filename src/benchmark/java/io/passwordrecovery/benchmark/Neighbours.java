// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.benchmark;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

import org.HdrHistogram.Histogram;

import io.passwordrecovery.testkit.mail.BadMailServer;
import io.passwordrecovery.testkit.mail.BadMailServer.Manner;
import io.passwordrecovery.testkit.realm.TestRealm;
import io.passwordrecovery.testkit.realm.TestUser;

import static io.passwordrecovery.testkit.realm.TestRealm.APP;

/** What others feel: tokens are asked for at a steady rate while a mail server hangs and resets pour in. */
final class Neighbours {
    private static final Duration BETWEEN_TOKENS = Duration.ofMillis(100);
    private static final Duration BETWEEN_RESETS = Duration.ofMillis(50);
    private static final int TOKENS = 800;
    private static final int WARM_UP = 1_000;

    private final BenchmarkServer server;
    private final Report report;

    Neighbours(BenchmarkServer server, Report report) {
        this.server = server;
        this.report = report;
    }

    void measure() {
        try (BadMailServer hanging = BadMailServer.open("127.0.0.1", Manner.HANGS);
                TestRealm realm = Subject.realm(server, 2_000, hanging.port())) {
            TestUser carol = realm.user("carol")
                    .email("carol@example.test")
                    .password(Cost.OLD)
                    .create();
            warmUp();
            tokens(realm, carol);
            double without = tokens(realm, carol);
            AtomicBoolean over = new AtomicBoolean();
            Thread resets = new Thread(() -> pour(realm, over), "resets");
            resets.start();
            double with = tokens(realm, carol);
            over.set(true);
            resets.join();
            report.add(Finding.ratio(
                    "Many",
                    "p99 of token requests while a mail server hangs and 20 resets a second pour in / without",
                    "ms",
                    with,
                    without,
                    1.2));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    // Else the compiler is busy with the resets while the first of them are measured.
    private void warmUp() {
        try (MailSink mails = MailSink.open();
                TestRealm other = Subject.realm(server, WARM_UP, mails.port())) {
            for (int i = 0; i < WARM_UP; i++) {
                EqualCalls.reset(other, "known" + i);
            }
            server.awaitIdle();
        }
    }

    private static void pour(TestRealm realm, AtomicBoolean over) {
        for (int i = 0; !over.get(); i++) {
            realm.api().reset(APP, "known" + i % 2_000);
            Pause.of(BETWEEN_RESETS);
        }
    }

    // From when each was due: one that had to wait for the one before it took that long.
    private static double tokens(TestRealm realm, TestUser user) {
        Histogram times = new Histogram(3);
        long due = System.nanoTime();
        for (int i = 0; i < TOKENS; i++) {
            due += BETWEEN_TOKENS.toNanos();
            Pause.of(Duration.ofNanos(Math.max(0, due - System.nanoTime())));
            realm.tokenFor(user);
            times.recordValue((System.nanoTime() - due) / 1_000);
        }
        return times.getValueAtPercentile(99) / 1e3;
    }
}
