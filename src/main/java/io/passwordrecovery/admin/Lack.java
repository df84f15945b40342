// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.admin;

/**
 * What keeps a realm's users from something.
 *
 * @param what stays the same from version to version
 * @param text what to do about it; names settings and server options, never their values
 */
record Lack(Kind what, String text) {
    enum Kind {
        SWITCH,
        FORGOT_PASSWORD,
        RESET_FLOW,
        MAIL_SERVER,
        SMS_GATEWAY,
        PHONE_ATTRIBUTES,
        COUNTING_STORE,
        SERVER_API,
    }
}
