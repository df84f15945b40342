// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keys;

import java.util.Base64;
import java.util.Optional;

/**
 * Whom a code, a pending request or a count belongs to.
 *
 * @param value opaque, without personal data, unique within the realm; at most 64 characters
 */
public record LimitKey(String value) {
    private static final String ACCOUNT = "a.";
    private static final int UUID_LENGTH = 36;

    public LimitKey {
        if (value.length() < 3 || value.length() > 64) {
            throw new IllegalArgumentException("a limit key has 3 to 64 characters");
        }
    }

    /** The account itself, under whichever of its names it was reached. */
    public static LimitKey account(String accountId) {
        return new LimitKey(ACCOUNT + bounded(accountId));
    }

    /** The account as somebody who is signed in to it: guesses at its password are no guesses at its codes. */
    public static LimitKey signedIn(String accountId) {
        return new LimitKey("p." + bounded(accountId));
    }

    /** The account as somebody who is signed in to it and proves a phone number. */
    public static LimitKey verification(String accountId) {
        return new LimitKey("v." + bounded(accountId));
    }

    /** The same of an email address. */
    public static LimitKey emailVerification(String accountId) {
        return new LimitKey("e." + bounded(accountId));
    }

    /** An administrator who tries a realm's mail server or gateway. */
    public static LimitKey tester(String accountId) {
        return new LimitKey("t." + bounded(accountId));
    }

    /** An application whose server asks on behalf of its users. */
    public static LimitKey client(String clientId) {
        return new LimitKey("c." + bounded(clientId));
    }

    /** A name as somebody typed it, whether or not an account has it. */
    public static LimitKey name(String hashOfName) {
        return new LimitKey("n." + hashOfName);
    }

    /** What stands in for the account where the typed name leads to none. */
    public static LimitKey decoy(String hashOfName) {
        return new LimitKey("d." + hashOfName);
    }

    /** The id of the account that this key is of, for the realm's events alone; empty where only a hash of it is kept. */
    public Optional<String> accountId() {
        return value.startsWith(ACCOUNT) && value.length() <= ACCOUNT.length() + UUID_LENGTH
                ? Optional.of(value.substring(ACCOUNT.length()))
                : Optional.empty();
    }

    /**
     * The same for one browser or network alone.
     *
     * @param place names it; empty for none in particular
     */
    public LimitKey at(String place) {
        return place.isEmpty() ? this : new LimitKey(value.substring(0, 2) + hash(value + " " + place));
    }

    // A federation that imports nothing names its users f:{component}:{its own id}, up to 255 characters.
    private static String bounded(String id) {
        return id.length() <= UUID_LENGTH ? id : hash(id);
    }

    private static String hash(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Sha256.of(text));
    }
}
