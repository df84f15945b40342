// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.store;

import java.time.Clock;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

import io.passwordrecovery.code.CodeDigest;
import io.passwordrecovery.code.CodeGenerator;
import io.passwordrecovery.code.Codes;
import io.passwordrecovery.keycloak.realm.KeycloakRecoveryKeys;
import io.passwordrecovery.keys.RecoveryKey;
import io.passwordrecovery.limits.ConfirmationLimits;
import io.passwordrecovery.limits.FailureCount;
import io.passwordrecovery.limits.GuessLimits;
import io.passwordrecovery.limits.PendingRequests;
import io.passwordrecovery.limits.RequestLimits;
import io.passwordrecovery.limits.SmsLimits;
import io.passwordrecovery.password.PasswordEpochs;
import io.passwordrecovery.settings.RecoverySettings;

/** What a realm keeps in the shared store: codes, pending requests and counts. */
public final class RealmLimits {
    private final RecoverySettings settings;
    private final Clock clock;
    private final KeycloakRecoveryKeys keys;
    private final SingleUseStore store;

    public RealmLimits(KeycloakSession session, RealmModel realm, RecoverySettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.keys = new KeycloakRecoveryKeys(session, realm);
        this.store = new SingleUseStore(session, realm.getId());
    }

    public RecoveryKey key() {
        return keys.oldest();
    }

    public SingleUseStore store() {
        return store;
    }

    public Codes codes(CodeGenerator generator) {
        return new Codes(new KeycloakCodeStore(store), new CodeDigest(keys), generator, clock);
    }

    public PendingRequests pendingRequests() {
        return new KeycloakPendingRequests(store);
    }

    public RequestLimits requestLimits() {
        return new RequestLimits(
                new KeycloakSlots(store), new KeycloakCounters(store), pendingRequests(), settings, clock);
    }

    public SmsLimits smsLimits() {
        return new SmsLimits(new KeycloakCounters(store), settings, key(), clock);
    }

    public ConfirmationLimits confirmationLimits() {
        return new ConfirmationLimits(new KeycloakCounters(store), settings, clock);
    }

    public GuessLimits guessLimits() {
        return new GuessLimits(new KeycloakTallies(store), failures(), settings);
    }

    public FailureCount failures() {
        return new FailureCount(new KeycloakTallies(store), settings, clock);
    }

    public PasswordEpochs passwordEpochs() {
        return new KeycloakPasswordEpochs(store);
    }
}
