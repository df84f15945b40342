// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.account;

import io.passwordrecovery.keys.RecoveryKey;
import io.passwordrecovery.keys.Subject;

/** Names the subjects of a realm: nobody reads a typed name out of the store. */
public final class Subjects {
    private final RecoveryKey key;

    public Subjects(RecoveryKey key) {
        this.key = key;
    }

    public Subject ofName(TypedName name) {
        return Subject.name(hash(name));
    }

    public Subject ofDecoy(TypedName name) {
        return Subject.decoy(hash(name));
    }

    private String hash(TypedName name) {
        return key.macText("typed-name", name.normalised());
    }
}
