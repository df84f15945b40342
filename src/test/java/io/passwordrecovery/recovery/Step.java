// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.recovery;

import java.time.Duration;
import java.util.Optional;
import java.util.Random;

import io.passwordrecovery.code.ResetCode;
import io.passwordrecovery.delivery.DeliveryMedium;
import io.passwordrecovery.limits.Caller;
import io.passwordrecovery.recovery.ResetRequestOutcome.Accepted;

/** One thing that a stranger does, or that happens, in a world; told as they see it. */
sealed interface Step {
    /** Returns all that the stranger learns, in a form that two worlds can be compared by. */
    String seenIn(RecoveryWorld world);

    record Ask(String name, String ipAddress, Optional<DeliveryMedium> wish) implements Step {
        @Override
        public String seenIn(RecoveryWorld world) {
            ResetRequestOutcome outcome = world.asks(name, new Caller("app", ipAddress), wish);
            return outcome instanceof Accepted accepted
                    ? "accepted " + accepted.delivery().medium() + " "
                            + accepted.delivery().destination() + " " + accepted.others()
                    : outcome.toString();
        }
    }

    /** A code that was never sent, of the usual form or not. */
    record Guess(String name, Optional<String> oddCode) implements Step {
        @Override
        public String seenIn(RecoveryWorld world) {
            ResetCode code = oddCode.map(ResetCode::typed).orElseGet(world::wrongCode);
            return world.confirms(name, code).toString();
        }
    }

    record Wait(Duration time) implements Step {
        @Override
        public String seenIn(RecoveryWorld world) {
            world.advance(time);
            return "later";
        }
    }

    record Queue(boolean full) implements Step {
        @Override
        public String seenIn(RecoveryWorld world) {
            if (full) {
                world.courier.fillUp();
            } else {
                world.courier.makeRoom();
            }
            return "queue";
        }
    }

    record RotateKeys(String keyId) implements Step {
        @Override
        public String seenIn(RecoveryWorld world) {
            world.keys.rotateTo(keyId);
            return "keys";
        }
    }

    static Step ask(String name) {
        return new Ask(name, RecoveryWorld.HOME.ipAddress(), Optional.empty());
    }

    static Step guess(String name) {
        return new Guess(name, Optional.empty());
    }

    static Step pause(Duration time) {
        return new Wait(time);
    }

    /** Draws a step, most of them requests and guesses. */
    static Step any(Random random, String... names) {
        String name = names[random.nextInt(names.length)];
        int kind = random.nextInt(100);
        if (kind < 35) {
            Optional<DeliveryMedium> wish =
                    random.nextInt(4) == 0 ? Optional.of(DeliveryMedium.EMAIL) : Optional.empty();
            return new Ask(name, "198.51.100." + (7 + random.nextInt(3)), wish);
        }
        if (kind < 75) {
            return new Guess(name, random.nextInt(10) == 0 ? Optional.of("12345") : Optional.empty());
        }
        if (kind < 96) {
            int[] seconds = {1, 10, 29, 30, 31, 299, 300, 600, 3600, 4200, 90_000};
            return pause(Duration.ofSeconds(seconds[random.nextInt(seconds.length)]));
        }
        return kind < 98 ? new Queue(random.nextBoolean()) : new RotateKeys("key-" + random.nextInt(5));
    }
}
