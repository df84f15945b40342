// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.limits;

import java.time.Duration;
import java.time.Instant;

import io.passwordrecovery.testkit.MovableClock;

class InMemoryPendingRequestsTest extends PendingRequestsContract {
    private final MovableClock clock = new MovableClock();
    private final PendingRequests pendingRequests = new InMemoryPendingRequests(clock);

    @Override
    protected PendingRequests pendingRequests() {
        return pendingRequests;
    }

    @Override
    protected void advance(Duration by) {
        clock.advance(by);
    }

    @Override
    protected Instant now() {
        return clock.instant();
    }
}
