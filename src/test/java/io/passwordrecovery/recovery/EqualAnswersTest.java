// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.recovery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.passwordrecovery.account.Obstacle;
import io.passwordrecovery.account.Person;
import io.passwordrecovery.delivery.DeliveryMedium;
import io.passwordrecovery.recovery.ConfirmOutcome.Confirmed;
import io.passwordrecovery.recovery.Step.Ask;
import io.passwordrecovery.recovery.Step.Queue;
import io.passwordrecovery.recovery.Step.RotateKeys;

import static io.passwordrecovery.recovery.Step.ask;
import static io.passwordrecovery.recovery.Step.guess;
import static io.passwordrecovery.recovery.Step.pause;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Plays one script in two worlds, with Alice in the one and nobody in the other, and compares all that a stranger sees.
 */
class EqualAnswersTest {
    private static final Person ALICE = Person.named("alice");
    private static final String BY_NAME = "alice";
    private static final String BY_EMAIL = "alice@example.test";
    private static final String SHOUTED = " ALICE@Example.Test ";

    private static final Map<String, String> EMAIL_ONLY = Map.of("delivery-order", "EMAIL");

    /** What may be the matter with Alice's account. */
    enum Alice {
        WELL,
        DISABLED,
        LOCKED_TEMPORARILY,
        LOCKED_PERMANENTLY,
        READ_ONLY,
        WITHOUT_EMAIL,
        WITHOUT_PASSWORD;

        RecoveryWorld livesIn(RecoveryWorld world) {
            switch (this) {
                case WELL -> world.has(ALICE);
                case WITHOUT_EMAIL -> world.has(ALICE.withoutEmail());
                case WITHOUT_PASSWORD -> world.accounts.put(ALICE);
                case DISABLED, LOCKED_TEMPORARILY, LOCKED_PERMANENTLY, READ_ONLY -> {
                    world.has(ALICE);
                    world.accounts.block(ALICE, Obstacle.valueOf(name()));
                }
            }
            return world;
        }
    }

    @ParameterizedTest
    @EnumSource
    void attemptsUsedUpUnderOneNameDoNotShowUnderAnother(Alice alice) {
        assertEqualAnswers(
                alice,
                EMAIL_ONLY,
                List.of(
                        ask(BY_NAME),
                        guess(BY_NAME),
                        guess(BY_NAME),
                        guess(BY_NAME),
                        guess(BY_NAME),
                        guess(BY_NAME),
                        guess(BY_NAME),
                        guess(BY_EMAIL),
                        guess(BY_EMAIL),
                        guess(SHOUTED),
                        guess(BY_EMAIL),
                        guess(BY_EMAIL),
                        guess(BY_EMAIL),
                        ask(BY_EMAIL),
                        guess(BY_EMAIL),
                        guess(BY_NAME)));
    }

    @ParameterizedTest
    @EnumSource
    void cooldownAndHourlyLimitAreTheNamesOwn(Alice alice) {
        assertEqualAnswers(
                alice,
                EMAIL_ONLY,
                List.of(
                        ask(BY_NAME),
                        ask(BY_NAME),
                        ask(BY_EMAIL),
                        ask(SHOUTED),
                        pause(Duration.ofSeconds(11)),
                        ask(BY_NAME),
                        pause(Duration.ofSeconds(19)),
                        ask(BY_NAME),
                        pause(Duration.ofSeconds(30)),
                        ask(BY_NAME),
                        pause(Duration.ofSeconds(30)),
                        ask(BY_NAME),
                        ask(BY_EMAIL),
                        pause(Duration.ofSeconds(30)),
                        ask(BY_NAME),
                        pause(Duration.ofSeconds(30)),
                        ask(BY_NAME),
                        ask(BY_EMAIL),
                        pause(Duration.ofMinutes(30)),
                        ask(BY_NAME)));
    }

    @ParameterizedTest
    @EnumSource
    void codesExpireAlike(Alice alice) {
        assertEqualAnswers(
                alice,
                EMAIL_ONLY,
                List.of(
                        guess(BY_NAME),
                        ask(BY_NAME),
                        pause(Duration.ofSeconds(599)),
                        guess(BY_NAME),
                        guess(BY_EMAIL),
                        pause(Duration.ofSeconds(1)),
                        guess(BY_NAME),
                        guess(BY_EMAIL),
                        pause(Duration.ofSeconds(3599)),
                        guess(BY_NAME),
                        pause(Duration.ofSeconds(1)),
                        guess(BY_NAME),
                        guess(BY_NAME),
                        pause(Duration.ofDays(2)),
                        guess(BY_NAME)));
    }

    @ParameterizedTest
    @EnumSource
    void failuresRunOutAlike(Alice alice) {
        List<Step> script = new ArrayList<>();
        for (int round = 0; round < 6; round++) {
            script.add(ask(BY_EMAIL));
            for (int i = 0; i < 4; i++) {
                script.add(guess(BY_EMAIL));
            }
            script.add(guess(BY_NAME));
            script.add(pause(Duration.ofMinutes(20)));
        }
        script.add(pause(Duration.ofHours(22)));
        script.add(ask(BY_EMAIL));
        script.add(guess(BY_EMAIL));

        assertEqualAnswers(alice, Map.of("delivery-order", "EMAIL", "failures-per-account", "12"), script);
    }

    @ParameterizedTest
    @EnumSource
    void fullQueueAndNewKeysMakeNoDifference(Alice alice) {
        assertEqualAnswers(
                alice,
                EMAIL_ONLY,
                List.of(
                        new Queue(true),
                        ask(BY_EMAIL),
                        guess(BY_EMAIL),
                        new Queue(false),
                        ask(BY_EMAIL),
                        new RotateKeys("key-2"),
                        guess(BY_EMAIL),
                        ask(BY_EMAIL),
                        guess(BY_EMAIL),
                        ask(BY_NAME)));
    }

    @Test
    void thousandsOfRandomScriptsShowNoDifference() {
        Set<String> everSeen = new HashSet<>();
        for (int seed = 0; seed < 1_500; seed++) {
            Random random = new Random(seed);
            Alice alice = Alice.values()[seed % Alice.values().length];
            List<Step> script = Stream.generate(() -> Step.any(random, BY_NAME, BY_EMAIL, SHOUTED))
                    .limit(10 + random.nextInt(60))
                    .toList();

            everSeen.addAll(assertEqualAnswers(alice, anySettings(random), script));
        }
        assertThat(everSeen.toString())
                .contains("accepted", "Throttled", "Busy", "CODE_MISMATCH", "CODE_EXPIRED", "TOO_MANY_ATTEMPTS");
    }

    @Test
    void whatTheOwnerDoesUnderOneNameDoesNotShowUnderAnother() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            Map<String, String> settings = anySettings(random);
            RecoveryWorld withOwner = new RecoveryWorld(settings).has(ALICE);
            RecoveryWorld withNobody = new RecoveryWorld(settings);
            for (int i = 0; i < 60; i++) {
                if (random.nextInt(3) == 0) {
                    ownerActs(withOwner, random);
                }
                Step step = Step.any(random, BY_EMAIL, SHOUTED);

                String seen = step.seenIn(withOwner);

                assertThat(seen).as("seed %s, step %s: %s", seed, i, step).isEqualTo(step.seenIn(withNobody));
            }
        }
    }

    @Test
    void wishThatIsNotGrantedHappensWithDecoysToo() {
        RecoveryWorld world = RecoveryWorld.with("show-destination", "masked");
        List<String> seen = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            seen.add(new Ask("name-" + i, "198.51.100.7", Optional.of(DeliveryMedium.SMS)).seenIn(world));
        }

        assertThat(seen).anyMatch(one -> one.startsWith("accepted EMAIL"));
        assertThat(seen).anyMatch(one -> one.startsWith("accepted SMS"));
    }

    private static void ownerActs(RecoveryWorld world, Random random) {
        Step ask = new Ask(BY_NAME, "203.0.113.9", Optional.empty());
        ask.seenIn(world);
        if (random.nextBoolean() && !world.codesFor(ALICE).isEmpty()) {
            world.confirms(BY_NAME, world.codeFor(ALICE));
        }
    }

    private static Map<String, String> anySettings(Random random) {
        return Map.of(
                "delivery-order", "EMAIL",
                "attempts-per-code", Integer.toString(1 + random.nextInt(6)),
                "failures-per-account", Integer.toString(5 + random.nextInt(20)),
                "failures-forgotten-after", Integer.toString(3_600 * (1 + random.nextInt(24))),
                "cooldown", Integer.toString(random.nextInt(4) * 20),
                "codes-per-account-hour", Integer.toString(1 + random.nextInt(6)),
                "codes-per-ip-hour", Integer.toString(1 + random.nextInt(12)),
                "code-lifetime", Integer.toString(60 + random.nextInt(1_000)));
    }

    /** Returns what the stranger saw. */
    private static List<String> assertEqualAnswers(Alice alice, Map<String, String> settings, List<Step> script) {
        RecoveryWorld withAlice = alice.livesIn(new RecoveryWorld(settings));
        RecoveryWorld withNobody = new RecoveryWorld(settings);
        List<String> seen = new ArrayList<>();
        for (int i = 0; i < script.size(); i++) {
            Step step = script.get(i);

            seen.add(step.seenIn(withAlice));

            assertThat(seen.get(i))
                    .as("Alice is %s, settings %s, step %s of %s", alice, settings, i, script)
                    .isEqualTo(step.seenIn(withNobody))
                    .doesNotContain(Confirmed.class.getSimpleName());
        }
        assertThat(withAlice.requests.accepted()).isEqualTo(withNobody.requests.accepted());
        return seen;
    }
}
