// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.benchmark;

import java.util.Map;
import java.util.stream.IntStream;

import io.passwordrecovery.testkit.directory.ActiveDirectory;
import io.passwordrecovery.testkit.directory.Directory;
import io.passwordrecovery.testkit.realm.TestRealm;

import static io.passwordrecovery.benchmark.EqualCalls.workedOff;
import static io.passwordrecovery.benchmark.EqualTime.PAIRS;

/** Users of an LDAP directory that Keycloak has not imported yet: a look-up asks the directory. */
final class EqualDirectory {
    // The directory is told of its users before, which takes it long for many.
    private static final int ROUNDS = 2;

    private EqualDirectory() {}

    static void measure(EqualTime equal, BenchmarkServer server) {
        String[] names =
                IntStream.range(0, ROUNDS * PAIRS).mapToObj(i -> "known" + i).toArray(String[]::new);
        try (MailSink mails = MailSink.open();
                Directory directory = ActiveDirectory.start(server, names);
                TestRealm realm = Subject.realm(server, 0, mails.port())) {
            directory.joins(realm, "WRITABLE", Map.of());
            EqualCalls.warmUp(name -> EqualCalls.reset(realm, name));
            server.awaitIdle();
            equal.measure(
                    "reset, users of a directory", ROUNDS, workedOff(server, name -> EqualCalls.reset(realm, name)));
        }
    }
}
