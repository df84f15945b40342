// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.verification;

/** Where users' phone numbers are kept. */
public interface PhoneBook {
    /** Whether this very number is proven to be the user's. */
    boolean isVerified(String accountId, String number);

    /** Keeps a number that nobody has proven yet in the place of any other: codes to that one are void. */
    void putUnverified(String accountId, String number);

    /** Keeps a number that the user has proven. */
    void putVerified(String accountId, String number);
}
