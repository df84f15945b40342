// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.login;

/** The names that {@code change-password.ftl} and its action share. */
final class ChangePasswordForm {
    static final String TEMPLATE = "change-password.ftl";

    static final String CURRENT = "password-current";
    static final String NEW = "password-new";
    static final String CONFIRM = "password-confirm";
    static final String SIGN_OUT_OTHERS = "logout-sessions";

    /** Whether the template shows the sign-out choice. */
    static final String ASKS_SIGN_OUT = "asksSignOut";

    static final String WRONG_CURRENT = "changePasswordWrongCurrent";
    static final String CURRENT_MISSING = "changePasswordCurrentMissing";
    static final String TOO_MANY = "changePasswordTooMany";
    static final String BUSY = "changePasswordBusy";
    static final String NOT_ACCEPTED = "changePasswordNotAccepted";

    private ChangePasswordForm() {}
}
