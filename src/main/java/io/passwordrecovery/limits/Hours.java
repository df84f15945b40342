// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.limits;

import java.time.Duration;
import java.time.Instant;

/** Hours of the clock (UTC): the end of the wait is known, whoever asks and whichever node answers. */
final class Hours {
    static final Duration LENGTH = Duration.ofHours(1);

    private Hours() {}

    /** Names a count of this hour alone. */
    static String key(String what, Instant now) {
        return what + "." + now.getEpochSecond() / LENGTH.toSeconds();
    }

    static Duration untilNext(Instant now) {
        return Duration.ofSeconds(LENGTH.toSeconds() - now.getEpochSecond() % LENGTH.toSeconds());
    }
}
