// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.login.phone;

import org.keycloak.models.utils.FormMessage;

import io.passwordrecovery.login.code.WaitMessage;
import io.passwordrecovery.verification.AddressEntryOutcome.Refused;

/** The names that {@code verify-phone-number.ftl} and its action share. */
final class VerifyPhoneNumberForm {
    static final String TEMPLATE = "verify-phone-number.ftl";

    static final String NUMBER = "phone-number";
    static final String CODE = "code";

    /** The buttons' name, with one of the values below; without it the field is meant. */
    static final String BUTTON = "verify-phone";

    static final String RESEND = "resend";
    static final String OTHER = "other";

    /** What the template shows: a map. */
    static final String VIEW = "verifyPhone";

    static final String INVALID = "verifyPhoneInvalid";
    static final String UNAVAILABLE = "verifyPhoneUnavailable";
    static final String WRONG_CODE = "verifyPhoneWrongCode";
    static final String CODE_MISSING = "resetCodeMissing";

    private VerifyPhoneNumberForm() {}

    /** What the page says of a number that nothing was sent to. */
    static FormMessage message(Refused refused) {
        return switch (refused.reason()) {
            case INVALID_ADDRESS -> new FormMessage(NUMBER, INVALID);
            case THROTTLED -> WaitMessage.of(refused.retryAfter());
            // On a page Keycloak itself asks for a fresh sign-in, before the page.
            case UNAVAILABLE, STALE_SIGN_IN -> new FormMessage(null, UNAVAILABLE);
        };
    }
}
