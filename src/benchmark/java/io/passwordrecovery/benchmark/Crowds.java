// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.benchmark;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import io.passwordrecovery.testkit.Crowd;
import io.passwordrecovery.testkit.http.Answer;
import io.passwordrecovery.testkit.realm.TestRealm;

import static io.passwordrecovery.testkit.realm.TestRealm.APP;

/** A realm of a hundred thousand users, a burst of ten thousand requests, and the memory that codes take. */
final class Crowds {
    private static final String GROUP = "Many";
    private static final int MANY = 100_000;
    private static final int FEW = 1_000;
    private static final int BURST = 10_000;
    private static final int CALLERS = 32;

    private final BenchmarkServer server;
    private final Report report;

    Crowds(BenchmarkServer server, Report report) {
        this.server = server;
        this.report = report;
    }

    void measure() {
        try (MailSink fewMails = MailSink.open();
                TestRealm few = Subject.realm(server, 2 * FEW, fewMails.port());
                MailSink mails = MailSink.open();
                TestRealm many = Subject.realm(server, MANY, mails.port())) {
            EqualCalls.warmUp(name -> EqualCalls.reset(few, name));
            EqualCalls.warmUp(name -> EqualCalls.reset(many, name));
            // By turns, for the compiler and the collector to favour neither.
            double inFew = resets(few, 0);
            double inMany = resets(many, 0);
            inFew += resets(few, FEW);
            inMany += resets(many, FEW);
            report.add(Finding.ratio(
                    GROUP, "reset among 100,000 users / among 2,000", "ms CPU", inMany / 2, inFew / 2, 1.1));

            burst(many, mails);
            heap(many);
        }
    }

    private double resets(TestRealm realm, int from) {
        return new RepeatedCalls(server, i -> EqualCalls.reset(realm, "known" + i)).cpuMillis(from, from + FEW);
    }

    private void burst(TestRealm realm, MailSink mails) {
        server.awaitIdle();
        long before = mails.count();
        AtomicInteger accepted = new AtomicInteger();
        AtomicInteger refused = new AtomicInteger();
        int from = 2 * FEW;
        callAll(from, from + BURST, i -> {
            Answer answer = realm.api().reset(APP, "known" + i);
            if (answer.status() == 200) {
                accepted.incrementAndGet();
            } else if (answer.status() == 503 && answer.header("Retry-After").isPresent()) {
                refused.incrementAndGet();
            }
        });
        server.awaitIdle();
        Map<String, Integer> delivered = mails.byAddress();
        long twice = delivered.values().stream().filter(count -> count > 1).count();
        long lost =
                BURST - accepted.get() - refused.get() + Math.abs(accepted.get() - (mails.count() - before)) + twice;
        report.add(new Finding(
                GROUP,
                "burst of 10,000: lost, delivered twice or unclear",
                accepted + " delivered, " + refused + " refused",
                "",
                lost,
                0,
                0));
    }

    private void heap(TestRealm realm) {
        int live = 2 * FEW + BURST;
        // The user cache is full by then, and stays as it is.
        int base = 30_000;
        issue(realm, live, base);
        double before = heapAfterCollection();
        issue(realm, base, MANY);
        double after = heapAfterCollection();
        double kibibytes = (after - before) / (MANY - base) / 1024;
        report.add(new Finding(
                GROUP, "heap of a live code, at 100,000", Finding.text(kibibytes, "KiB"), "", kibibytes, 0, 1.5));
    }

    // Whoever is refused for a full queue comes again.
    private void issue(TestRealm realm, int from, int to) {
        callAll(from, to, i -> {
            while (realm.api().reset(APP, "known" + i).status() == 503) {
                Pause.of(java.time.Duration.ofMillis(200));
            }
        });
        server.awaitIdle();
    }

    private double heapAfterCollection() {
        Jcmd.run(server.pid(), "GC.run");
        Jcmd.run(server.pid(), "GC.run");
        return server.metrics()
                .lines()
                .filter(line -> line.startsWith("jvm_memory_used_bytes{area=\"heap\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private static void callAll(int from, int to, java.util.function.IntConsumer call) {
        AtomicInteger next = new AtomicInteger(from);
        Crowd.of(CALLERS, caller -> {
            for (int i = next.getAndIncrement(); i < to; i = next.getAndIncrement()) {
                call.accept(i);
            }
            return caller;
        });
    }
}
