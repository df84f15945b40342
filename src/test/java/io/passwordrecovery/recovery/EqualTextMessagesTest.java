// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.recovery;

import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;

import io.passwordrecovery.account.Person;

import static org.assertj.core.api.Assertions.assertThat;

/** What a stranger sees of text messages and their caps, with Alice in one world and nobody in the other. */
class EqualTextMessagesTest {
    private static final String[] SPELLINGS = {"+12015550123", "(201) 555-0123", "1 201 555 0123", "alice"};
    private static final Person ALICE = Person.named("alice").withPhone("+12015550123");

    @Test
    void thousandsOfRandomScriptsShowNoDifferenceWhateverCapIsReached() {
        Set<String> everSeen = new HashSet<>();
        for (int seed = 0; seed < 1_000; seed++) {
            Random random = new Random(seed);
            Map<String, String> settings = anySettings(random);
            Person alice = random.nextBoolean() ? ALICE : ALICE.withoutEmail();
            RecoveryWorld withAlice = new RecoveryWorld(settings).has(alice);
            RecoveryWorld withNobody = new RecoveryWorld(settings);
            for (int i = 0; i < 40; i++) {
                Step step = Step.any(random, SPELLINGS);

                String seen = step.seenIn(withAlice);

                assertThat(seen).as("seed %s, step %s: %s", seed, i, step).isEqualTo(step.seenIn(withNobody));
                everSeen.add(seen);
            }
            withAlice.events.lines().stream()
                    .filter(line -> line.startsWith("smsCapped"))
                    .map(line -> line.split(" ", -1)[2])
                    .forEach(everSeen::add);
        }

        assertThat(everSeen.toString())
                .contains("accepted SMS", "Throttled", "REALM", "NUMBER", "ACCOUNT", "IP", "COUNTRY");
    }

    private static Map<String, String> anySettings(Random random) {
        return Map.of(
                "delivery-order", random.nextBoolean() ? "SMS" : "SMS,EMAIL",
                "phone-as-username", "true",
                "cooldown", Integer.toString(random.nextInt(3) * 20),
                "codes-per-ip-hour", "1000",
                "sms-per-day", Integer.toString(random.nextInt(8)),
                "sms-per-number", cap(random),
                "sms-per-account", cap(random),
                "sms-per-ip", cap(random),
                "sms-per-country", cap(random));
    }

    private static String cap(Random random) {
        int perHour = random.nextInt(6);
        return perHour + "," + (perHour + random.nextInt(6));
    }
}
