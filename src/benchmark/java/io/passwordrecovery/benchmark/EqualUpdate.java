// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.benchmark;

import java.util.HashMap;
import java.util.Map;

import io.passwordrecovery.testkit.TimedPairs;
import io.passwordrecovery.testkit.realm.TestRealm;
import io.passwordrecovery.testkit.realm.TestUser;

import static io.passwordrecovery.benchmark.EqualTime.PAIRS;
import static io.passwordrecovery.benchmark.EqualTime.timed;

/** {@code update} with the right password of a locked account, beside a wrong password of one that is not. */
final class EqualUpdate {
    private static final int FAILURES = 3;
    // Both sides compute one. In the noise of a usual one's 40 ms, a difference of half a millisecond would be lost.
    private static final String QUICK_HASHES = "hashAlgorithm(pbkdf2-sha256) and hashIterations(1000)";

    private final EqualTime equal;
    private final Map<String, String> tokens = new HashMap<>();

    EqualUpdate(EqualTime equal) {
        this.equal = equal;
    }

    void measure(BenchmarkServer server) {
        try (MailSink mails = MailSink.open();
                TestRealm realm = Subject.realm(server, 0, mails.port())) {
            realm.passwordPolicy(QUICK_HASHES);
            for (int i = 0; i < PAIRS; i++) {
                signIn(realm, "known" + i);
                signIn(realm, "nobody" + i);
            }
            realm.bruteForce(FAILURES, false);
            for (int i = 0; i < PAIRS; i++) {
                lock(realm, "known" + i);
                // In the user cache as well, which a change of the realm has emptied.
                realm.tokens().grant("nobody" + i, Cost.OLD);
            }
            equal.measure(
                    "update: right password of a locked account / wrong one of another",
                    1,
                    (from, to) -> TimedPairs.inTurn(timed(name -> update(realm, name)), from, to));
        }
    }

    private void signIn(TestRealm realm, String name) {
        TestUser user = realm.user(name)
                .email(name + "@example.test")
                .password(Cost.OLD)
                .create();
        tokens.put(name, realm.tokenFor(user));
    }

    private static void lock(TestRealm realm, String name) {
        for (int i = 0; i < FAILURES; i++) {
            realm.tokens().grant(name, "wrong");
        }
    }

    private void update(TestRealm realm, String name) {
        realm.api().update(tokens.get(name), name.startsWith("known") ? Cost.OLD : "wrong", Cost.NEW);
    }
}
