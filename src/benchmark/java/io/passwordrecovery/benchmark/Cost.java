// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.benchmark;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

import io.passwordrecovery.testkit.http.Http;
import io.passwordrecovery.testkit.mail.Inbox;
import io.passwordrecovery.testkit.realm.ColdUsers;
import io.passwordrecovery.testkit.realm.TestApp;
import io.passwordrecovery.testkit.realm.TestRealm;
import io.passwordrecovery.testkit.realm.TestUser;

import static io.passwordrecovery.testkit.realm.TestRealm.APP;

/** What the server's processors do for a call, everything that follows it included, beside Keycloak's own way. */
final class Cost {
    static final String OLD = "Old-Pa55word-of-all";
    static final String NEW = "New-Pa55word-of-all";

    private static final String GROUP = "Cost (CPU of the server)";
    private static final int CALLS = 400;

    private final BenchmarkServer server;
    private final Findings report;

    Cost(BenchmarkServer server, Findings report) {
        this.server = server;
        this.report = report;
    }

    void measure() {
        try (Inbox inbox = Inbox.open("127.0.0.1");
                TestRealm realm = Subject.realm(server, 4 * CALLS, inbox.port());
                TestApp app = TestApp.create(realm)) {
            List<TestUser> users = users(realm);
            BuiltIn builtIn = new BuiltIn(realm, app);

            RepeatedCalls resets = new RepeatedCalls(server, i -> EqualCalls.reset(realm, "known" + i));
            double builtInReset = new RepeatedCalls(server, builtIn::reset).cpuMillis(CALLS, 2 * CALLS);
            double reset = Profile.of(report, server, "reset", () -> resets.cpuMillis(0, CALLS));
            report.add(Finding.ratio(
                    GROUP, "reset to the mail / the built-in journey to its mail", "ms", reset, builtInReset, 0.14));

            List<String> codes = IntStream.range(0, CALLS)
                    .mapToObj(i -> inbox.codeFor(ColdUsers.address(i)))
                    .toList();
            RepeatedCalls confirms = new RepeatedCalls(
                    server, i -> Accepted.of(realm.api().confirm(APP, "known" + i, codes.get(i), NEW)));
            double confirm = Profile.of(report, server, "reset/confirm", () -> confirms.cpuMillis(0, CALLS));
            RepeatedCalls assignments =
                    new RepeatedCalls(server, i -> users.get(i).setPassword(NEW));
            double assignment = assignments.cpuMillis(CALLS, 2 * CALLS);
            report.add(Finding.ratio(
                    GROUP,
                    "reset/confirm and its notice / the admin API's new password",
                    "ms",
                    confirm,
                    assignment,
                    1.15));

            // Those who have just been given the new password sign in and change it.
            List<String> tokens = IntStream.range(0, CALLS)
                    .mapToObj(i -> realm.tokens().signIn("known" + i, NEW).access())
                    .toList();
            RepeatedCalls updates =
                    new RepeatedCalls(server, i -> Accepted.of(realm.api().update(tokens.get(i), NEW, OLD)));
            double update = Profile.of(report, server, "update", () -> updates.cpuMillis(0, CALLS));
            RepeatedCalls grants =
                    new RepeatedCalls(server, i -> Accepted.of(realm.tokens().grant("known" + i, NEW)));
            double grant = grants.cpuMillis(CALLS, 2 * CALLS);
            report.add(Finding.ratio(
                    GROUP,
                    "update and its notice / a password grant and a new password",
                    "ms",
                    update,
                    grant + assignment,
                    0.95));
        }
    }

    /** Names that nobody has, by sixteen callers; and a request that is refused. */
    void measureFlood() {
        try (MailSink mails = MailSink.open();
                TestRealm realm = Subject.realm(server, 2 * CALLS, mails.port())) {
            RepeatedCalls gets = new RepeatedCalls(server, i -> Accepted.of(Http.get(URI.create(realm.url()))));
            double get = gets.cpuMillisAtOnce(16, 8_000);
            RepeatedCalls unknown = new RepeatedCalls(server, i -> EqualCalls.reset(realm, "nobody" + i));
            double reset = unknown.cpuMillisAtOnce(16, 8_000);
            report.add(
                    Finding.ratio(GROUP, "reset of unknown names / GET of the realm, 16 callers", "ms", reset, get, 5));

            RepeatedCalls accepted = new RepeatedCalls(server, i -> EqualCalls.reset(realm, "known" + i));
            double cost = accepted.cpuMillis(0, 2 * CALLS);
            realm.configure(Map.of("codes-per-ip-hour", "1000000", "confirmations-per-ip-hour", "1000000"));
            IntConsumer again = i -> realm.api().reset(APP, "known" + i);
            double refusal = new RepeatedCalls(server, again).cpuMillis(0, 2 * CALLS);
            report.add(Finding.ratio(GROUP, "a refused reset / an accepted one", "ms", refusal, cost, 0.5));
        }
    }

    private static List<TestUser> users(TestRealm realm) {
        List<TestUser> users = IntStream.range(0, 2 * CALLS)
                .mapToObj(i -> realm.resource()
                        .users()
                        .searchByUsername("known" + i, true)
                        .get(0))
                .map(user -> new TestUser(realm, user.getId(), user.getUsername(), user.getEmail(), ""))
                .toList();
        return users;
    }
}
