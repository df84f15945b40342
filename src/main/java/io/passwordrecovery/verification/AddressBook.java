// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.verification;

import java.util.Optional;

import io.passwordrecovery.delivery.DeliveryMedium;
import io.passwordrecovery.delivery.Destination;

/** Where users' addresses are kept. */
public interface AddressBook {
    /** What the user has registered, proven or not. */
    Optional<Destination> own(String accountId, DeliveryMedium medium);

    /** Whether this very number is proven to be the user's. */
    boolean isVerified(String accountId, String number);

    /** Keeps a number that nobody has proven yet in the place of any other: codes to that one are void. */
    void putUnverified(String accountId, String number);

    /** Keeps an address that the user has proven. */
    void putVerified(String accountId, Destination proven);
}
