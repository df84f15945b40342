// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.phone;

import java.util.Optional;
import java.util.regex.Pattern;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber;

import io.passwordrecovery.phone.PhoneNumber.Kind;

/** Reads phone numbers as people spell them. */
public final class PhoneNumbers {
    private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();
    private static final String NO_REGION = "ZZ";
    private static final int LONGEST = 40;

    // Digits of any script and what stands between them. Letters are no spelling of a user's number: the library would
    // read "1-800-FLOWERS", and a user name such as "alice 2015550123" too.
    private static final Pattern SPELLING =
            Pattern.compile("[+\\uFF0B]?[\\p{Nd}\\p{Zs}\\p{Pd}\\p{Cf}()./\\uFF08\\uFF09]+");

    private final String region;

    /** @param region in which a number without a calling code is read, {@code US}; none if empty */
    public PhoneNumbers(Optional<String> region) {
        this.region = region.orElse(NO_REGION);
    }

    /**
     * Reads a number in any usual spelling: {@code +1 201 555 0123}, {@code (201) 555-0123}, {@code 0044 7400 123456}.
     *
     * @return empty for what is no number of any country
     */
    public Optional<PhoneNumber> read(String typed) {
        String text = typed.strip();
        if (text.length() > LONGEST || !SPELLING.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            Phonenumber.PhoneNumber number = LIBRARY.parse(text, region);
            return LIBRARY.isValidNumber(number) ? Optional.of(of(number)) : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    private static PhoneNumber of(Phonenumber.PhoneNumber number) {
        String country = LIBRARY.getRegionCodeForNumber(number);
        return new PhoneNumber(
                LIBRARY.format(number, PhoneNumberFormat.E164),
                number.getCountryCode(),
                country == null ? NO_REGION : country,
                kind(LIBRARY.getNumberType(number)));
    }

    private static Kind kind(PhoneNumberType type) {
        return switch (type) {
            case MOBILE, FIXED_LINE_OR_MOBILE, FIXED_LINE, VOIP -> Kind.PERSONAL;
            case PREMIUM_RATE, SHARED_COST -> Kind.PREMIUM;
            case TOLL_FREE, PERSONAL_NUMBER, PAGER, UAN, VOICEMAIL, UNKNOWN -> Kind.OTHER;
        };
    }
}
