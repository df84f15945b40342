// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.account;

import java.util.Optional;

import io.passwordrecovery.phone.PhoneNumber;
import io.passwordrecovery.phone.PhoneNumbers;

/** Which typed names mean the same: what is limited together, and looked up as one. */
public final class IdentifierNormalizer {
    private final Optional<PhoneNumbers> numbers;

    /** @param numbers of a realm in which a phone number may be typed for a user name; else empty */
    public IdentifierNormalizer(Optional<PhoneNumbers> numbers) {
        this.numbers = numbers;
    }

    /** Returns the number that was typed, however it was spelt. */
    public Optional<PhoneNumber> phoneNumber(Identifier name) {
        return numbers.flatMap(reader -> reader.read(name.value()));
    }

    /** One spelling for all: a phone number's is E.164. */
    public String canonical(Identifier name) {
        return phoneNumber(name).map(PhoneNumber::e164).orElseGet(name::normalised);
    }
}
