// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.recovery;

import java.util.Optional;

/** Where accepted requests wait to be worked off by {@link IssueResetCode}: after the answer, and not on its thread. */
public interface AcceptedRequests {
    /**
     * Reserves a place.
     *
     * @return empty when there is none; the caller then refuses clearly instead of losing a request
     */
    Optional<Place> reserve();

    /** A reserved place. Closing it gives it back unless something was put into it. */
    interface Place extends AutoCloseable {
        /** Works it off after the caller's transaction has been committed, and not at all if it is rolled back. */
        void put(AcceptedRequest request);

        @Override
        void close();
    }
}
