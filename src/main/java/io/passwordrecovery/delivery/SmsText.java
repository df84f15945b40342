// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.delivery;

import io.passwordrecovery.code.ResetCode;

/**
 * The text of a message that is to be read on a phone, and by it: a code's ends with the line that binds it to this
 * server's pages (WICG, "Origin-bound one-time codes delivered via SMS").
 *
 * <p>Within 160 characters of GSM-7 it is one message; a host name of more than about 80 characters makes it two.
 */
public final class SmsText {
    private SmsText() {}

    /** @param host without scheme and port: {@code sso.example.test} */
    public static String withCode(String words, String host, ResetCode code) {
        return of(words) + "\n@" + host + " #" + code.digits();
    }

    public static String of(String words) {
        return Gsm7.spelling(words.strip());
    }
}
