// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.store;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;

import io.passwordrecovery.code.CodeStore;
import io.passwordrecovery.code.CodeStoreContract;
import io.passwordrecovery.limits.Counters;
import io.passwordrecovery.limits.CountersContract;
import io.passwordrecovery.limits.PendingRequests;
import io.passwordrecovery.limits.PendingRequestsContract;
import io.passwordrecovery.limits.Slots;
import io.passwordrecovery.limits.SlotsContract;
import io.passwordrecovery.limits.Tallies;
import io.passwordrecovery.limits.TalliesContract;
import io.passwordrecovery.testkit.realm.TestRealm;

/** The ports' contracts, for what is kept in a server's single-use store. */
abstract class SingleUseStoreContracts {
    private Duration advanced = Duration.ZERO;

    abstract TestRealm realm();

    @AfterEach
    void realTime() {
        realm().keycloak().resetClock();
        advanced = Duration.ZERO;
    }

    private void move(Duration by) {
        realm().keycloak().advance(by);
        advanced = advanced.plus(by);
    }

    @Nested
    class ItsSlots extends SlotsContract {
        @Override
        protected Slots slots() {
            return new RemoteStore(realm()).slots();
        }

        @Override
        protected void advance(Duration by) {
            move(by);
        }
    }

    @Nested
    class ItsTallies extends TalliesContract {
        @Override
        protected Tallies tallies() {
            return new RemoteStore(realm()).tallies();
        }

        @Override
        protected void advance(Duration by) {
            move(by);
        }
    }

    @Nested
    class ItsCounters extends CountersContract {
        @Override
        protected Counters counters() {
            return new RemoteStore(realm()).counters();
        }

        @Override
        protected void advance(Duration by) {
            move(by);
        }
    }

    @Nested
    class ItsCodes extends CodeStoreContract {
        @Override
        protected CodeStore store() {
            return new RemoteStore(realm()).codes();
        }

        @Override
        protected void advance(Duration by) {
            move(by);
        }

        @Override
        protected Instant now() {
            return Instant.now().plus(advanced);
        }
    }

    @Nested
    class ItsPendingRequests extends PendingRequestsContract {
        @Override
        protected PendingRequests pendingRequests() {
            return new RemoteStore(realm()).pendingRequests();
        }

        @Override
        protected void advance(Duration by) {
            move(by);
        }

        @Override
        protected Instant now() {
            return Instant.now().plus(advanced);
        }
    }
}
