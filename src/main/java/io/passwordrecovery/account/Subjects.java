// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.account;

import io.passwordrecovery.keys.RecoveryKey;
import io.passwordrecovery.keys.Subject;

/** Names the subjects of a realm: nobody reads a typed name out of the store. */
public final class Subjects {
    private final RecoveryKey key;
    private final NameSpelling spelling;

    public Subjects(RecoveryKey key, NameSpelling spelling) {
        this.key = key;
        this.spelling = spelling;
    }

    public Subject ofName(TypedName name) {
        return Subject.name(hash(name));
    }

    public Subject ofDecoy(TypedName name) {
        return Subject.decoy(hash(name));
    }

    private String hash(TypedName name) {
        return key.macText("typed-name", spelling.canonical(name));
    }
}
