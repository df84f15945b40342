// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.code;

import java.time.Duration;
import java.time.Instant;

import io.passwordrecovery.testkit.MovableClock;

class InMemoryCodeStoreTest extends CodeStoreContract {
    private final MovableClock clock = new MovableClock();
    private final CodeStore store = new InMemoryCodeStore(clock);

    @Override
    protected CodeStore store() {
        return store;
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
