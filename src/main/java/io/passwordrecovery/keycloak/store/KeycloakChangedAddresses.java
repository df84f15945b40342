// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.store;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

import io.passwordrecovery.account.ChangedAddresses;
import io.passwordrecovery.settings.RecoveryOptions;
import io.passwordrecovery.settings.RecoverySettings;

/**
 * One object of the store for each account, which forgets it in time.
 *
 * <p>Not an attribute of the user: in some realms users, and whoever has stolen a token of theirs, edit those.
 */
public final class KeycloakChangedAddresses implements ChangedAddresses {
    private static final String PREVIOUS = "previous";
    private static final String CURRENT = "current";

    private final SingleUseStore store;
    private final Duration waits;

    public KeycloakChangedAddresses(KeycloakSession session, RealmModel realm, RecoverySettings settings) {
        this.store = new SingleUseStore(session, realm.getId());
        this.waits = settings.get(RecoveryOptions.CHANGED_EMAIL_WAITS);
    }

    @Override
    public Optional<Change> of(String accountId) {
        return waits.isZero()
                ? Optional.empty()
                : store.get(key(accountId)).map(notes -> new Change(note(notes, PREVIOUS), note(notes, CURRENT)));
    }

    @Override
    public void changed(String accountId, Change change) {
        if (!waits.isZero()) {
            String first = of(accountId).map(Change::previous).orElse(change.previous());
            store.put(key(accountId), waits, Map.of(PREVIOUS, first, CURRENT, change.current()));
        }
    }

    private static String key(String accountId) {
        return "changed-email." + accountId;
    }

    private static String note(Map<String, String> notes, String name) {
        return Objects.requireNonNull(notes.get(name), name);
    }
}
