// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What a {@link DeliveryQueue} carries, as far as the queue has to know it. */
public interface Delivery {
    /** Whose it is: the queue's places are shared out among owners. */
    String owner();

    /** Which way it goes: a slow way holds up nothing that goes another. */
    String route();

    /**
     * Whom it tells of something that has happened already: a notice. What nobody waits for goes last, and is dropped
     * first; of two about one subject, the newest is enough.
     *
     * @return empty for what somebody waits for
     */
    Optional<String> noticeFor();

    /**
     * How long it is left alone first, so that the answer of the request which brought it is on its way before any work is
     * done for it: what that work is must not be felt in the answer.
     */
    Duration headStart();

    /** When it is no longer worth a try. */
    Instant expiresAt();

    /**
     * How long to wait before it is tried again.
     *
     * @param failures so far, from 1
     * @return empty when it is not worth another try
     */
    Optional<Duration> pauseAfter(int failures);
}
