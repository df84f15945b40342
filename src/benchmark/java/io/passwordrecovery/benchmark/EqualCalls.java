// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.benchmark;

import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

import io.passwordrecovery.cognito.CognitoApi;
import io.passwordrecovery.testkit.TimedPairs;
import io.passwordrecovery.testkit.http.RestApi;
import io.passwordrecovery.testkit.realm.TestRealm;

import static io.passwordrecovery.benchmark.EqualTime.PAIRS;
import static io.passwordrecovery.benchmark.EqualTime.timed;
import static io.passwordrecovery.testkit.realm.TestRealm.APP;

/** The calls that applications make, in every circumstance that could show who has an account. */
final class EqualCalls {
    private static final int WARM_UP = 500;
    private static final int NOBODYS_PORT = 1;

    private final EqualTime equal;

    EqualCalls(EqualTime equal) {
        this.equal = equal;
    }

    /** Cold accounts, on this server: both calls that a stranger can make. */
    void cold(BenchmarkServer server, String where) {
        try (MailSink mails = MailSink.open();
                TestRealm realm = warm(server, mails.port())) {
            equal.measure("reset, cold, " + where, timed(name -> reset(realm, name)));
            server.awaitIdle();
            equal.measure("reset/confirm, wrong code, " + where, timed(name -> confirm(realm, name)));
            server.awaitIdle();
        }
    }

    void cognito(BenchmarkServer server) {
        try (MailSink mails = MailSink.open();
                TestRealm realm = warm(server, mails.port())) {
            CognitoApi wire = CognitoApi.of(realm);
            equal.measure("ForgotPassword, cold", timed(wire::forgotPassword));
            server.awaitIdle();
            equal.measure(
                    "ConfirmForgotPassword, wrong code",
                    timed(name -> wire.confirmForgotPassword(name, "0000000", Cost.NEW)));
            server.awaitIdle();
        }
    }

    /** Accounts that are in the user cache, since Keycloak has looked for their passwords. */
    void cached(BenchmarkServer server) {
        try (MailSink mails = MailSink.open();
                TestRealm realm = warm(server, mails.port())) {
            for (int i = 0; i < PAIRS; i++) {
                realm.tokens().grant("known" + i, "wrong");
            }
            equal.measure("reset, in the user cache", timed(name -> reset(realm, name)));
            // Without their mail server they would be tried again for minutes, and be in the way of what follows.
            server.awaitIdle();
        }
    }

    void atOnce(BenchmarkServer server) {
        try (MailSink mails = MailSink.open();
                TestRealm realm = warm(server, mails.port())) {
            equal.tell("reset, 16 callers at once", TimedPairs.atOnce(timed(name -> reset(realm, name)), 0, PAIRS, 16));
            server.awaitIdle();
            equal.tell(
                    "reset/confirm, wrong code, 16 callers at once",
                    TimedPairs.atOnce(timed(name -> confirm(realm, name)), 0, PAIRS, 16));
            server.awaitIdle();
        }
    }

    void mailServerIsSlow(BenchmarkServer server) {
        try (MailSink mails = MailSink.slow(Duration.ofMillis(20));
                TestRealm realm = warm(server, mails.port())) {
            equal.measure("reset, mail server takes 20 ms", timed(name -> reset(realm, name)));
            server.awaitIdle();
        }
    }

    /** To be the last on a server: its messages are tried again for minutes. */
    void mailServerIsAway(BenchmarkServer server) {
        // What came before has warmed the server up; here nothing would ever be idle.
        try (TestRealm realm = Subject.realm(server, PAIRS, NOBODYS_PORT)) {
            equal.measure("reset, no mail server", timed(name -> reset(realm, name)));
        }
    }

    /** The first requests of a server that has just started. */
    void restarted(BenchmarkServer server) {
        try (MailSink mails = MailSink.open();
                TestRealm realm = warm(server, mails.port())) {
            server.awaitIdle();
            server.restart();
            equal.measure("reset, after a restart", timed(name -> reset(realm, name)));
            server.awaitIdle();
        }
    }

    /** A realm with enough cold accounts, on a server that has done the same for other names. */
    private static TestRealm warm(BenchmarkServer server, int mailPort) {
        TestRealm realm = Subject.realm(server, PAIRS + WARM_UP, mailPort);
        // What follows an answer for an account is to be compiled as well: else it is, while the first of them are
        // measured.
        for (int i = PAIRS; i < PAIRS + WARM_UP; i++) {
            reset(realm, "known" + i);
        }
        warmUp(name -> reset(realm, name));
        warmUp(name -> confirm(realm, name));
        server.awaitIdle();
        return realm;
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
