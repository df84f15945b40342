// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.login.phone;

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
}
