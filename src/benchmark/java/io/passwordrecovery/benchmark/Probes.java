// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.benchmark;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

import io.passwordrecovery.testkit.TimedPairs;
import io.passwordrecovery.testkit.http.Http;
import io.passwordrecovery.testkit.realm.TestRealm;

/**
 * Whoever asks for a code, and then feels for the work for it by calls that have nothing to do with the account, made when
 * that work begins.
 */
final class Probes {
    private static final int CALLS = 20;
    private static final int PAIRS = 500;
    private static final int WATCHED = 60;
    private static final int DOZEN = 12;
    private static final Duration WATCH = Duration.ofMillis(2_150);
    private static final int WARM_UP = 20_000;
    // Three milliseconds before the work begins.
    private static final Duration WAIT = Duration.ofMillis(97);

    private final EqualTime equal;

    Probes(EqualTime equal) {
        this.equal = equal;
    }

    void measure(BenchmarkServer server) {
        try (MailSink mails = MailSink.open();
                TestRealm realm = EqualCalls.warm(server, mails.port())) {
            URI call = URI.create(realm.url());
            for (int i = 0; i < WARM_UP; i++) {
                Http.get(call);
            }
            equal.tell(
                    "others' calls while a reset is worked off",
                    TimedPairs.inTurn(name -> timeOfCallsAfterReset(realm, call, name), 0, PAIRS));
            equal.tell(
                    "others' calls, the slowest dozen of two seconds after a reset",
                    TimedPairs.inTurn(name -> slowestCallsAfterReset(realm, call, name), PAIRS, PAIRS + WATCHED));
        }
    }

    private static long timeOfCallsAfterReset(TestRealm realm, URI call, String name) {
        long asked = System.nanoTime();
        EqualCalls.reset(realm, name);
        Duration spent = Duration.ofNanos(System.nanoTime() - asked);
        if (spent.compareTo(WAIT) < 0) {
            Pause.of(WAIT.minus(spent));
        }
        return EqualTime.timed(any -> {
                    for (int i = 0; i < CALLS; i++) {
                        Http.get(call);
                    }
                })
                .applyAsLong(name);
    }

    private static long slowestCallsAfterReset(TestRealm realm, URI call, String name) {
        long asked = System.nanoTime();
        EqualCalls.reset(realm, name);
        Deque<Long> dozen = new ArrayDeque<>();
        long sum = 0;
        long slowest = 0;
        while (System.nanoTime() - asked < WATCH.toNanos()) {
            long start = System.nanoTime();
            Http.get(call);
            dozen.addLast(System.nanoTime() - start);
            sum += dozen.getLast();
            if (dozen.size() > DOZEN) {
                sum -= dozen.removeFirst();
            }
            slowest = Math.max(slowest, sum);
        }
        return slowest;
    }
}
