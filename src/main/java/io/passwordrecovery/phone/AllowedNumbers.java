// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.phone;

import java.util.Optional;
import java.util.Set;

/** Which numbers a realm sends text messages to at all. */
public final class AllowedNumbers {
    private final PhoneNumbers numbers;
    private final Set<String> callingCodes;

    /** @param callingCodes {@code 1}, {@code 44}; empty for all */
    public AllowedNumbers(PhoneNumbers numbers, Set<String> callingCodes) {
        this.numbers = numbers;
        this.callingCodes = Set.copyOf(callingCodes);
    }

    /** Reads a number that may be sent to; empty for every other text. */
    public Optional<PhoneNumber> read(String typed) {
        return numbers.read(typed).filter(this::isAllowed);
    }

    private boolean isAllowed(PhoneNumber number) {
        return number.kind() == PhoneNumber.Kind.PERSONAL
                && (callingCodes.isEmpty() || callingCodes.contains(Integer.toString(number.callingCode())));
    }
}
