// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.verification;

import java.util.HashMap;
import java.util.Map;

/** One number for each account, and whether it is proven. */
final class InMemoryPhoneBook implements PhoneBook {
    private final Map<String, String> entries = new HashMap<>();

    /** {@code +12015550123 verified}, {@code +12015550123 unverified} or {@code none}. */
    String of(String accountId) {
        return entries.getOrDefault(accountId, "none");
    }

    @Override
    public boolean isVerified(String accountId, String number) {
        return of(accountId).equals(number + " verified");
    }

    @Override
    public void putUnverified(String accountId, String number) {
        entries.put(accountId, number + " unverified");
    }

    @Override
    public void putVerified(String accountId, String number) {
        entries.put(accountId, number + " verified");
    }
}
