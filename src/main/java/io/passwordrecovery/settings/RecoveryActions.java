// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.settings;

/** The required actions, by the ids that admins, applications ({@code kc_action}) and realm files know. */
public final class RecoveryActions {
    /** The realm's switch, the home of its settings, and the page for a new password. */
    public static final String CHANGE_PASSWORD = "CHANGE_PASSWORD";

    public static final String VERIFY_PHONE_NUMBER = "VERIFY_PHONE_NUMBER";

    private RecoveryActions() {}
}
