// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.login.change;

import io.passwordrecovery.login.code.ResetCodeForm;

/** The names that {@code change-password.ftl} and its action share. */
public final class ChangePasswordForm {
    static final String TEMPLATE = "change-password.ftl";

    static final String CURRENT = "password-current";
    static final String NEW = "password-new";
    static final String CONFIRM = "password-confirm";
    static final String SIGN_OUT_OTHERS = "logout-sessions";

    /** The buttons' name, as on the other page, and the value for somebody without a current password. */
    static final String BUTTON = ResetCodeForm.BUTTON;

    static final String FORGOTTEN = "forgotten";

    /** What the template shows: a map. */
    static final String VIEW = "changePassword";

    /** The broken rules of the policy, each with its parameters. */
    static final String BROKEN_RULES = "brokenRules";

    /** Tells the page for the code that there is no password to go back to. */
    static final String NO_PASSWORD = "noPassword";

    /** Tells the page for the code that none can be sent. */
    static final String NO_ADDRESS = "unreachable";

    static final String WRONG_CURRENT = "changePasswordWrongCurrent";
    static final String CURRENT_MISSING = "changePasswordCurrentMissing";
    static final String TOO_MANY = "changePasswordTooMany";
    public static final String BUSY = "changePasswordBusy";
    static final String NOT_ACCEPTED = "changePasswordNotAccepted";
    static final String UNREACHABLE = "changePasswordUnreachable";
    public static final String PROOF_OVER = "changePasswordProofOver";

    private ChangePasswordForm() {}
}
