// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak;

import java.time.Clock;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

import io.passwordrecovery.code.CodeDigest;
import io.passwordrecovery.code.CodeGenerator;
import io.passwordrecovery.code.Codes;
import io.passwordrecovery.keys.RecoveryKey;
import io.passwordrecovery.limits.FailureCount;
import io.passwordrecovery.limits.GuessLimits;
import io.passwordrecovery.limits.RequestLimits;
import io.passwordrecovery.limits.Slots;
import io.passwordrecovery.limits.SmsLimits;
import io.passwordrecovery.limits.Tickets;
import io.passwordrecovery.settings.RecoverySettings;

/** What a realm keeps in the shared store: codes, tickets and counts. */
final class RealmLedgers {
    private final RecoverySettings settings;
    private final Clock clock;
    private final RealmKeys keys;
    private final SharedStore store;

    RealmLedgers(KeycloakSession session, RealmModel realm, RecoverySettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.keys = new RealmKeys(session, realm);
        this.store = new SharedStore(session, realm.getId());
    }

    RecoveryKey key() {
        return keys.active();
    }

    SharedStore store() {
        return store;
    }

    Codes codes(CodeGenerator generator) {
        return new Codes(new SharedCodeStore(store), new CodeDigest(keys), generator, clock);
    }

    Tickets tickets() {
        return new SharedTickets(store);
    }

    RequestLimits requestLimits() {
        return new RequestLimits(slots(), new SharedCounters(store), tickets(), settings, clock);
    }

    SmsLimits smsLimits() {
        return new SmsLimits(new SharedCounters(store), settings, key(), clock);
    }

    GuessLimits guessLimits() {
        return new GuessLimits(slots(), failures(), settings);
    }

    FailureCount failures() {
        return new FailureCount(slots(), settings, clock);
    }

    private Slots slots() {
        return new SharedSlots(store);
    }
}
