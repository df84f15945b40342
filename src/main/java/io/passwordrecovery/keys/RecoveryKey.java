// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keys;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;

/** A secret of the realm, used for nothing but the keyed hashes of this plugin. */
public final class RecoveryKey {
    // The label keeps these hashes apart from the tokens that Keycloak signs with the same key.
    private static final byte[] LABEL = "keycloak-password-recovery/1".getBytes(StandardCharsets.US_ASCII);

    private final String id;
    private final byte[] secret;

    private RecoveryKey(String id, byte[] secret) {
        this.id = id;
        this.secret = secret.clone();
    }

    /**
     * Derives the plugin's key from one of the realm's.
     *
     * @param id the realm key's id, kept beside each hash so that a key rotation does not break it
     * @param realmSecret the realm key's octets; not kept
     */
    public static RecoveryKey derivedFrom(String id, byte[] realmSecret) {
        return new RecoveryKey(id, HmacSha256.of(realmSecret, LABEL));
    }

    public String id() {
        return id;
    }

    /** Returns the HMAC-SHA-256 (32 octets) of the parts, each preceded by its length: ("ab","c") is not ("a","bc"). */
    public byte[] mac(String... parts) {
        byte[][] framed = new byte[2 * parts.length][];
        for (int i = 0; i < parts.length; i++) {
            byte[] octets = parts[i].getBytes(StandardCharsets.UTF_8);
            framed[2 * i] =
                    ByteBuffer.allocate(Integer.BYTES).putInt(octets.length).array();
            framed[2 * i + 1] = octets;
        }
        return HmacSha256.of(secret, framed);
    }

    /** Returns {@link #mac} as it is stored: base64url without padding, 43 characters. */
    public String macText(String... parts) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(mac(parts));
    }

    /** Compares in a time that does not depend on where the two differ. */
    public static boolean sameMac(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public String toString() {
        return "RecoveryKey[" + id + ", redacted]";
    }
}
