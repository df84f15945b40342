// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What the queue's tests deliver. */
record Word(String owner, String text, Optional<String> noticeFor, Duration headStart, Instant expiresAt)
        implements Delivery {
    private static final int TRIES_OF_A_NOTICE = 2;

    static Word of(String owner, String text) {
        return new Word(owner, text, Optional.empty(), Duration.ZERO, Instant.MAX);
    }

    static Word notice(String owner, String subject, String text) {
        return new Word(owner, text, Optional.of(subject), Duration.ZERO, Instant.MAX);
    }

    Word until(Instant instant) {
        return new Word(owner, text, noticeFor, headStart, instant);
    }

    Word after(Duration time) {
        return new Word(owner, text, noticeFor, time, expiresAt);
    }

    Word followedBy(String other) {
        return new Word(owner, other, noticeFor, headStart, expiresAt);
    }

    @Override
    public String route() {
        return owner;
    }

    @Override
    public Optional<Duration> pauseAfter(int failures) {
        return noticeFor.isPresent() && failures >= TRIES_OF_A_NOTICE
                ? Optional.empty()
                : Optional.of(Duration.ofMillis(100));
    }
}
