// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.account;

import io.passwordrecovery.keys.LimitKey;
import io.passwordrecovery.keys.RecoveryKey;

/** Names whom codes and counts belong to: nobody reads a typed name out of the store. */
public final class LimitKeys {
    private final RecoveryKey key;
    private final IdentifierNormalizer normalizer;

    public LimitKeys(RecoveryKey key, IdentifierNormalizer normalizer) {
        this.key = key;
        this.normalizer = normalizer;
    }

    public LimitKey ofName(Identifier name) {
        return LimitKey.name(hash(name));
    }

    public LimitKey ofDecoy(Identifier name) {
        return LimitKey.decoy(hash(name));
    }

    private String hash(Identifier name) {
        return key.macText("typed-name", normalizer.canonical(name));
    }
}
