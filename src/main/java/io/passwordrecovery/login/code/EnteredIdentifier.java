// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.login.code;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import io.passwordrecovery.account.Identifier;

/** The user name from Keycloak's own page, which takes everything. */
final class EnteredIdentifier {
    private EnteredIdentifier() {}

    /** What no account can be called is replaced by a name that none has: it is answered as any unknown name. */
    static Identifier of(String entered) {
        try {
            return new Identifier(entered);
        } catch (IllegalArgumentException e) {
            return new Identifier(digest(entered));
        }
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
