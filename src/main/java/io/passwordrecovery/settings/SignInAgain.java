// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.settings;

/** Whether a reset in the browser ends at the sign-in page instead of in the application. */
public enum SignInAgain {
    SECOND_FACTOR,
    ALWAYS,
    NEVER,
}
