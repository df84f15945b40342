// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keys;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * Whom a code, a ticket or a count belongs to.
 *
 * @param key opaque, without personal data, unique within the realm; at most 64 characters
 */
public record Subject(String key) {
    private static final int UUID_LENGTH = 36;

    public Subject {
        if (key.isBlank() || key.length() > 64) {
            throw new IllegalArgumentException("a subject's key has 1 to 64 characters");
        }
    }

    /** The account itself, under whichever of its names it was reached. */
    public static Subject account(String accountId) {
        return new Subject("a." + bounded(accountId));
    }

    /** The account as somebody who is signed in to it: guesses at its password are no guesses at its codes. */
    public static Subject signedIn(String accountId) {
        return new Subject("p." + bounded(accountId));
    }

    /** The account as somebody who is signed in to it and proves a phone number. */
    public static Subject verification(String accountId) {
        return new Subject("v." + bounded(accountId));
    }

    /** A name as somebody typed it, whether or not an account has it. */
    public static Subject name(String hashOfName) {
        return new Subject("n." + hashOfName);
    }

    /** What stands in for the account where the typed name leads to none. */
    public static Subject decoy(String hashOfName) {
        return new Subject("d." + hashOfName);
    }

    // A federation that imports nothing names its users f:{component}:{its own id}, up to 255 characters.
    private static String bounded(String accountId) {
        return accountId.length() <= UUID_LENGTH ? accountId : sha256(accountId);
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }
}
