// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.store;

import java.util.Arrays;
import java.util.Base64;

import io.passwordrecovery.keys.Sha256;

/**
 * The keys of one realm's entries, all of one short length: written out, a key would take more memory than what most
 * entries keep, and every one of them stays for up to an hour, in clusters on two nodes.
 */
record StoreKeys(String realmId) {
    /** What an operator knows them by, in a cache or a table. */
    static final String PREFIX = "password-recovery.";

    // 128 bits: that two names meet is out of the question, and nobody can look for such a pair of names, since those
    // that callers choose were hashed under the realm's key before.
    private static final int OCTETS = 16;

    /** Returns the key of what the name says; the name may have any length. */
    String of(String name) {
        byte[] hash = Arrays.copyOf(Sha256.of(realmId + "." + name), OCTETS);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    }
}
