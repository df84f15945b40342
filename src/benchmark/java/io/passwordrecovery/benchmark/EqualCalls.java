// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.benchmark;

import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

import io.passwordrecovery.benchmark.EqualTime.Round;
import io.passwordrecovery.cognito.CognitoApi;
import io.passwordrecovery.testkit.TimedPairs;
import io.passwordrecovery.testkit.http.RestApi;
import io.passwordrecovery.testkit.realm.TestRealm;

import static io.passwordrecovery.benchmark.EqualTime.MOST_ROUNDS;
import static io.passwordrecovery.benchmark.EqualTime.PAIRS;
import static io.passwordrecovery.benchmark.EqualTime.timed;
import static io.passwordrecovery.testkit.realm.TestRealm.APP;

/** The calls that applications make, in every circumstance that could show who has an account. */
final class EqualCalls {
    static final int WARM_UP = 500;
    private static final int NOBODYS_PORT = 1;
    private static final int CALLERS = 16;
    static final int LAST = MOST_ROUNDS * PAIRS;

    private final EqualTime equal;

    EqualCalls(EqualTime equal) {
        this.equal = equal;
    }

    /** Cold accounts, on this server: both calls that a stranger can make. */
    void cold(BenchmarkServer server, String where) {
        try (MailSink mails = MailSink.open();
                TestRealm realm = warm(server, mails.port())) {
            int asked =
                    equal.measure("reset, cold, " + where, MOST_ROUNDS, workedOff(server, name -> reset(realm, name)));
            equal.measure(
                    "reset/confirm, wrong code, " + where, asked, workedOff(server, name -> confirm(realm, name)));
        }
    }

    void cognito(BenchmarkServer server) {
        try (MailSink mails = MailSink.open();
                TestRealm realm = warm(server, mails.port())) {
            CognitoApi wire = CognitoApi.of(realm);
            int asked = equal.measure("ForgotPassword, cold", MOST_ROUNDS, workedOff(server, wire::forgotPassword));
            equal.measure(
                    "ConfirmForgotPassword, wrong code",
                    asked,
                    workedOff(server, name -> wire.confirmForgotPassword(name, "0000000", Cost.NEW)));
        }
    }

    /** Accounts that are in the user cache, since Keycloak has looked for their passwords. */
    void cached(BenchmarkServer server) {
        try (MailSink mails = MailSink.open();
                TestRealm realm = warm(server, mails.port())) {
            Round round = workedOff(server, name -> reset(realm, name));
            equal.measure("reset, in the user cache", MOST_ROUNDS, (from, to) -> {
                // Keycloak's cache does not hold them all.
                for (int i = from; i < to; i++) {
                    realm.tokens().grant("known" + i, "wrong");
                }
                return round.of(from, to);
            });
        }
    }

    void atOnce(BenchmarkServer server) {
        try (MailSink mails = MailSink.open();
                TestRealm realm = warm(server, mails.port())) {
            int asked =
                    equal.measure("reset, 16 callers at once", MOST_ROUNDS, atOnce(server, name -> reset(realm, name)));
            equal.measure(
                    "reset/confirm, wrong code, 16 callers at once",
                    asked,
                    atOnce(server, name -> confirm(realm, name)));
        }
    }

    void mailServerIsSlow(BenchmarkServer server) {
        try (MailSink mails = MailSink.slow(Duration.ofMillis(20));
                TestRealm realm = warm(server, mails.port())) {
            equal.measure("reset, mail server takes 20 ms", MOST_ROUNDS, workedOff(server, name -> reset(realm, name)));
        }
    }

    /** To be the last on a server: its messages are tried again for minutes. */
    void mailServerIsAway(BenchmarkServer server) {
        // What came before has warmed the server up; here nothing would ever be idle.
        try (TestRealm realm = Subject.realm(server, MOST_ROUNDS * PAIRS, NOBODYS_PORT)) {
            equal.measure("reset, no mail server", MOST_ROUNDS, inTurn(name -> reset(realm, name)));
        }
    }

    /** The first requests of a server that has just started. */
    void restarted(BenchmarkServer server) {
        try (MailSink mails = MailSink.open();
                TestRealm realm = warm(server, mails.port())) {
            Round round = workedOff(server, name -> reset(realm, name));
            equal.measure("reset, after a restart", MOST_ROUNDS, (from, to) -> {
                server.awaitIdle();
                server.restart();
                return round.of(from, to);
            });
        }
    }

    /** A realm with enough cold accounts, on a server that has done the same for other names. */
    static TestRealm warm(BenchmarkServer server, int mailPort) {
        TestRealm realm = Subject.realm(server, LAST + WARM_UP, mailPort);
        warmUp(realm);
        warmUp(name -> confirm(realm, name));
        server.awaitIdle();
        return realm;
    }

    // What follows an answer for an account is to be compiled as well: else it is, while the first of them are
    // measured.
    static void warmUp(TestRealm realm) {
        for (int i = LAST; i < LAST + WARM_UP; i++) {
            reset(realm, "known" + i);
        }
        warmUp(name -> reset(realm, name));
    }

    private static Round inTurn(Consumer<String> call) {
        return (from, to) -> TimedPairs.inTurn(timed(call), from, to);
    }

    /** What follows the calls has ended before the next ones are made. */
    static Round workedOff(BenchmarkServer server, Consumer<String> call) {
        return idleAfter(server, inTurn(call));
    }

    private static Round atOnce(BenchmarkServer server, Consumer<String> call) {
        return idleAfter(server, (from, to) -> TimedPairs.atOnce(timed(call), from, to, CALLERS));
    }

    private static Round idleAfter(BenchmarkServer server, Round round) {
        return (from, to) -> {
            TimedPairs pairs = round.of(from, to);
            server.awaitIdle();
            return pairs;
        };
    }

    static void warmUp(Consumer<String> call) {
        for (int i = 0; i < WARM_UP; i++) {
            call.accept("warm" + i);
        }
    }

    static void reset(TestRealm realm, String name) {
        Accepted.of(realm.api().reset(APP, name));
    }

    private static void confirm(TestRealm realm, String name) {
        RestApi api = realm.api();
        api.post(
                "reset/confirm",
                Map.of("clientId", APP, "username", name, "confirmationCode", "0000000", "newPassword", Cost.NEW));
    }
}
