// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.benchmark;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.passwordrecovery.benchmark.ByTurns.Costs;
import io.passwordrecovery.testkit.http.Answer;
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
    // A millisecond or a few each, and computations of hashes.
    private static final ByTurns QUICK = new ByTurns(16, 400);
    private static final ByTurns SLOW = new ByTurns(24, 100);
    private static final ByTurns AT_ONCE = new ByTurns(4, 8_000);
    private static final int CALLERS = 16;

    private final BenchmarkServer server;
    private final Findings report;

    Cost(BenchmarkServer server, Findings report) {
        this.server = server;
        this.report = report;
    }

    void measure() {
        try (Inbox inbox = Inbox.open("127.0.0.1");
                TestRealm realm = Subject.realm(server, 2 * QUICK.numbers(), inbox.port());
                TestApp app = TestApp.create(realm)) {
            // Codes are confirmed when all the rounds of resets are over.
            Map<String, String> lasting = new HashMap<>(Subject.WIDE);
            lasting.put("code-lifetime", "86400");
            realm.configure(lasting);
            BuiltIn builtIn = new BuiltIn(realm, app);
            RepeatedCalls resets = new RepeatedCalls(server, i -> EqualCalls.reset(realm, "known" + i));
            RepeatedCalls builtInResets = new RepeatedCalls(server, i -> builtIn.reset(QUICK.numbers() + i));
            tell(
                    "reset to the mail / the built-in journey to its mail",
                    costs("reset", QUICK, resets, builtInResets),
                    0.14);
            newPasswords(realm, inbox);
        }
    }

    private void newPasswords(TestRealm realm, Inbox inbox) {
        List<String> codes = IntStream.range(0, SLOW.numbers())
                .mapToObj(i -> inbox.codeFor(ColdUsers.address(i)))
                .toList();
        List<TestUser> others = users(realm);
        RepeatedCalls confirms =
                new RepeatedCalls(server, i -> Accepted.of(realm.api().confirm(APP, "known" + i, codes.get(i), NEW)));
        RepeatedCalls assignments = new RepeatedCalls(server, i -> others.get(i).setPassword(NEW));
        Costs confirm = costs("reset/confirm", SLOW, confirms, assignments);
        tell("reset/confirm and its notice / the admin API's new password", confirm, 1.15);

        // Those who have just been given the new password sign in and change it.
        List<String> tokens = IntStream.range(0, SLOW.numbers())
                .mapToObj(i -> realm.tokens().signIn("known" + i, NEW).access())
                .toList();
        RepeatedCalls updates =
                new RepeatedCalls(server, i -> Accepted.of(realm.api().update(tokens.get(i), NEW, OLD)));
        RepeatedCalls changes = new RepeatedCalls(server, i -> {
            Accepted.of(realm.tokens().grant(others.get(i).username(), NEW));
            others.get(i).setPassword(OLD);
        });
        Costs update = costs("update", SLOW, updates, changes);
        tell("update and its notice / a password grant and a new password", update, 0.95);
    }

    /** Names that nobody has, by many callers; and a request that is refused. */
    void measureFlood() {
        try (MailSink mails = MailSink.open();
                TestRealm realm = Subject.realm(server, QUICK.numbers(), mails.port())) {
            RepeatedCalls gets = new RepeatedCalls(server, i -> Accepted.of(Http.get(URI.create(realm.url()))));
            RepeatedCalls unknown = new RepeatedCalls(server, i -> EqualCalls.reset(realm, "nobody" + i));
            tell(
                    "reset of unknown names / GET of the realm, 16 callers",
                    AT_ONCE.measure(
                            (from, to) -> unknown.cpuMillisAtOnce(CALLERS, from, to),
                            (from, to) -> gets.cpuMillisAtOnce(CALLERS, from, to)),
                    5);

            realm.configure(Subject.WIDE_WITH_COOLDOWN);
            RepeatedCalls accepted = new RepeatedCalls(server, i -> EqualCalls.reset(realm, "known" + i));
            RepeatedCalls refused =
                    new RepeatedCalls(server, i -> isRefused(realm.api().reset(APP, "known" + i)));
            // The accepted ones first: whoever has just asked is refused.
            Costs acceptedBesideRefused = QUICK.measure(accepted::cpuMillis, refused::cpuMillis);
            tell("a refused reset / an accepted one", acceptedBesideRefused.inverted(), 0.5);
        }
    }

    // Keycloak's way is not to be in the record of ours.
    private Costs costs(String call, ByTurns turns, RepeatedCalls own, RepeatedCalls anchor) {
        return report.wantsProfiles()
                ? Profile.of(report, server, call, () -> turns.measure(own::cpuMillis, (from, to) -> Double.NaN))
                : turns.measure(own::cpuMillis, anchor::cpuMillis);
    }

    private void tell(String what, Costs costs, double atMost) {
        report.add(Finding.ratio(GROUP, what, "ms", costs.own(), costs.anchor(), atMost));
    }

    private static void isRefused(Answer answer) {
        if (answer.status() != 429) {
            throw new IllegalStateException("not refused: " + answer);
        }
    }

    // Not those whose codes are confirmed.
    private static List<TestUser> users(TestRealm realm) {
        return IntStream.range(QUICK.numbers(), QUICK.numbers() + SLOW.numbers())
                .mapToObj(i -> realm.resource()
                        .users()
                        .searchByUsername("known" + i, true)
                        .get(0))
                .map(user -> new TestUser(realm, user.getId(), user.getUsername(), user.getEmail(), ""))
                .toList();
    }
}
