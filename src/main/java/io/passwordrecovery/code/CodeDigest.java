// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.code;

import io.passwordrecovery.keys.RecoveryKey;
import io.passwordrecovery.keys.RecoveryKeys;

/**
 * Turns codes into what may be stored, and tells whether an entered code is the stored one.
 *
 * <p>In two steps: whether it is the code can be told from what is stored alone, so that a wrong one takes as long whoever
 * it is about; whether it is still good for anything is asked only by who knows it.
 */
public final class CodeDigest {
    private static final String SEAL = "seal";
    private static final String CODE = "code";

    private final RecoveryKeys keys;

    public CodeDigest(RecoveryKeys keys) {
        this.keys = keys;
    }

    /** Returns what is stored of a code: keyed hashes and the id of the key. */
    public StoredDigest of(ResetCode code, CodeBinding binding) {
        RecoveryKey key = keys.active();
        String seal = seal(key, binding);
        return new StoredDigest(key.id(), seal, mac(key, seal, code));
    }

    /** Returns a digest of the same form that no code matches. */
    public StoredDigest ofNothing(CodeGenerator generator) {
        return new StoredDigest(keys.active().id(), generator.nextNothing(), generator.nextNothing());
    }

    /** Whether it is the stored one, in constant time; hashes even when the key is gone. */
    public boolean matches(ResetCode code, StoredDigest stored) {
        RecoveryKey key = keys.find(stored.keyId()).orElseGet(keys::active);
        boolean sameMac = RecoveryKey.sameMac(mac(key, stored.seal(), code), stored.mac());
        return sameMac && key.id().equals(stored.keyId());
    }

    /** Whether the stored code was made for just this. */
    public boolean isFor(CodeBinding binding, StoredDigest stored) {
        return keys.find(stored.keyId())
                .filter(key -> RecoveryKey.sameMac(seal(key, binding), stored.seal()))
                .isPresent();
    }

    private static String seal(RecoveryKey key, CodeBinding binding) {
        return key.macText(binding.parts(SEAL));
    }

    private static String mac(RecoveryKey key, String seal, ResetCode code) {
        return key.macText(CODE, seal, code.digits());
    }
}
