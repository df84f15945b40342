// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.settings;

/** Which of the account's user sessions a reset ends. */
public enum SignOutAfterReset {
    ALL,
    ALL_BUT_OFFLINE,
    NONE,
}
