// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.code;

/** What a code was issued for; a code for one purpose never serves another. */
public enum CodePurpose {
    RESET_PASSWORD,
    VERIFY_PHONE_NUMBER,
    VERIFY_EMAIL,
}
