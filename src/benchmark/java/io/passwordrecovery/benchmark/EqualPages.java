// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.benchmark;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;

import io.passwordrecovery.testkit.TimedPairs;
import io.passwordrecovery.testkit.http.FormClient;
import io.passwordrecovery.testkit.realm.TestApp;
import io.passwordrecovery.testkit.realm.TestRealm;

import static io.passwordrecovery.benchmark.EqualTime.MOST_ROUNDS;
import static io.passwordrecovery.benchmark.EqualTime.PAIRS;
import static java.util.Objects.requireNonNull;

/** The login pages: what comes after the name, and after a wrong code. */
final class EqualPages {
    private final EqualTime equal;
    private final Map<String, FormClient> browsers = new HashMap<>();

    EqualPages(EqualTime equal) {
        this.equal = equal;
    }

    void measure(BenchmarkServer server) {
        try (MailSink mails = MailSink.open();
                TestRealm realm = Subject.realm(server, MOST_ROUNDS * PAIRS, mails.port());
                TestApp app = TestApp.create(realm)) {
            realm.resetByCode();
            EqualCalls.warmUp(name -> enterName(app, name));
            EqualCalls.warmUp(this::enterCode);
            int asked = equal.measure("page: name to code page, cold", MOST_ROUNDS, (from, to) -> {
                TimedPairs names = TimedPairs.inTurn(name -> enterName(app, name), from, to);
                server.awaitIdle();
                return names;
            });
            equal.measure("page: wrong code", asked, (from, to) -> TimedPairs.inTurn(this::enterCode, from, to));
        }
    }

    private long enterName(TestApp app, String name) {
        FormClient browser =
                new FormClient().open(URI.create(app.signIn("state"))).follow("reset-credentials");
        browsers.put(name, browser);
        return time(() -> browser.submit(Map.of("username", name)));
    }

    private long enterCode(String name) {
        FormClient browser = requireNonNull(browsers.get(name));
        return time(() -> browser.submit(Map.of("code", "0000000")));
    }

    private static long time(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return System.nanoTime() - start;
    }
}
