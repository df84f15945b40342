// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.verification;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import io.passwordrecovery.delivery.DeliveryMedium;
import io.passwordrecovery.delivery.Destination;

/** One number and one email address for each account, and whether they are proven. */
final class InMemoryAddressBook implements AddressBook {
    private final Map<String, String> numbers = new HashMap<>();
    private final Map<String, String> emails = new HashMap<>();

    /** {@code +12015550123 verified}, {@code +12015550123 unverified} or {@code none}. */
    String of(String accountId) {
        return numbers.getOrDefault(accountId, "none");
    }

    /** The same of the email address. */
    String emailOf(String accountId) {
        return emails.getOrDefault(accountId, "none");
    }

    void putEmail(String accountId, String email) {
        emails.put(accountId, email + " unverified");
    }

    @Override
    public Optional<Destination> own(String accountId, DeliveryMedium medium) {
        return Optional.ofNullable((medium == DeliveryMedium.EMAIL ? emails : numbers).get(accountId))
                .map(entry -> new Destination(medium, entry.substring(0, entry.indexOf(' '))));
    }

    @Override
    public boolean isVerified(String accountId, String number) {
        return of(accountId).equals(number + " verified");
    }

    @Override
    public void putUnverified(String accountId, String number) {
        numbers.put(accountId, number + " unverified");
    }

    void putVerified(String accountId, String number) {
        putVerified(accountId, new Destination(DeliveryMedium.SMS, number));
    }

    @Override
    public void putVerified(String accountId, Destination proven) {
        (proven.medium() == DeliveryMedium.EMAIL ? emails : numbers).put(accountId, proven.address() + " verified");
    }
}
