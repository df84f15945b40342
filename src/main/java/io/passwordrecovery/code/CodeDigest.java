// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.code;

import io.passwordrecovery.keys.RecoveryKey;
import io.passwordrecovery.keys.RecoveryKeys;

/** Turns codes into what may be stored, and tells whether an entered code is the stored one. */
public final class CodeDigest {
    private final RecoveryKeys keys;

    public CodeDigest(RecoveryKeys keys) {
        this.keys = keys;
    }

    /** Returns what is stored of a code: its keyed hash and the id of the key. */
    public StoredDigest of(ResetCode code, CodeBinding binding) {
        RecoveryKey key = keys.active();
        return new StoredDigest(key.id(), key.macText(binding.parts(code)));
    }

    /** Returns a digest of the same form that no code matches. */
    public StoredDigest ofNothing(CodeGenerator generator) {
        return new StoredDigest(keys.active().id(), generator.nextNothing());
    }

    /** Hashes even when the key is gone, so that the answer takes as long as any other. */
    public boolean matches(ResetCode code, CodeBinding binding, StoredDigest stored) {
        RecoveryKey key = keys.find(stored.keyId()).orElseGet(keys::active);
        boolean sameMac = RecoveryKey.sameMac(key.macText(binding.parts(code)), stored.mac());
        return sameMac && key.id().equals(stored.keyId());
    }
}
