// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.benchmark;

import java.util.Map;
import java.util.stream.IntStream;

import io.passwordrecovery.testkit.directory.Directory;
import io.passwordrecovery.testkit.directory.Slapd;
import io.passwordrecovery.testkit.realm.TestRealm;

import static io.passwordrecovery.benchmark.EqualCalls.LAST;
import static io.passwordrecovery.benchmark.EqualCalls.WARM_UP;
import static io.passwordrecovery.benchmark.EqualCalls.workedOff;
import static io.passwordrecovery.benchmark.EqualTime.MOST_ROUNDS;

/** Users of an OpenLDAP directory that Keycloak has not imported yet: a look-up asks the directory. */
final class EqualDirectory {
    private EqualDirectory() {}

    static void measure(EqualTime equal, BenchmarkServer server) {
        String[] names =
                IntStream.range(0, LAST + WARM_UP).mapToObj(i -> "known" + i).toArray(String[]::new);
        try (MailSink mails = MailSink.open();
                Directory directory = Slapd.startOrSkip("users of a directory", server, names);
                TestRealm realm = Subject.realm(server, 0, mails.port())) {
            directory.joins(realm, "WRITABLE", Map.of());
            EqualCalls.warmUp(realm);
            server.awaitIdle();
            equal.measure(
                    "reset, users of a directory",
                    MOST_ROUNDS,
                    workedOff(server, name -> EqualCalls.reset(realm, name)));
        }
    }
}
