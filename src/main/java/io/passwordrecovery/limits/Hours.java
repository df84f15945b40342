// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.limits;

import java.time.Duration;
import java.time.Instant;

/** Hours of the clock (UTC): the end of the wait is known, whoever asks and whichever node answers. */
final class Hours {
    /** Longer than the nodes' clocks are apart: for none of them is the hour still going on when its counts are gone. */
    static final Duration GRACE = Duration.ofMinutes(5);

    private static final Duration LENGTH = Duration.ofHours(1);

    private Hours() {}

    /** Names a count of this hour alone. */
    static String key(String what, Instant now) {
        return what + "." + now.getEpochSecond() / LENGTH.toSeconds();
    }

    /** How long what is counted now is of use; whatever is kept longer only takes memory, on two nodes of a cluster. */
    static Duration keep(Instant now) {
        return untilNext(now).plus(GRACE);
    }

    static Duration untilNext(Instant now) {
        return Duration.ofSeconds(LENGTH.toSeconds() - now.getEpochSecond() % LENGTH.toSeconds());
    }
}
