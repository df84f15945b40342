// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.login.code;

/** The names that {@code reset-code.ftl} and those who show it share. */
public final class ResetCodeForm {
    static final String TEMPLATE = "reset-code.ftl";

    /** The field. */
    public static final String CODE = "code";

    /** The buttons' name; with one of the values below. Without it the code is meant. */
    public static final String BUTTON = "recovery";

    static final String SEND = "send";
    static final String SEND_BY_OTHER = "send-by-other";
    public static final String START_AGAIN = "start-again";

    /** What the template shows: a map. */
    static final String VIEW = "resetCode";

    public static final String MISSING = "resetCodeMissing";
    static final String WRONG = "resetCodeWrong";
    static final String USED_UP = "resetCodeUsedUp";
    static final String EXPIRED = "resetCodeExpired";
    static final String NEW_SENT = "resetCodeNewSent";
    static final String TOO_SOON = "resetCodeTooSoon";
    static final String TOO_OFTEN = "resetCodeTooOften";
    static final String BUSY = "changePasswordBusy";

    private ResetCodeForm() {}
}
