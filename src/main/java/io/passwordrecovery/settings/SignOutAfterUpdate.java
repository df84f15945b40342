// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.settings;

/** Which of the account's user sessions an update ends; never the one that it was made in. */
public enum SignOutAfterUpdate {
    OTHERS,
    OTHERS_BUT_OFFLINE,
    NONE,
    /** The user decides; where nobody can be asked, and nothing was said, as {@link #OTHERS}. */
    ASK,
}
