// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.sms;

import java.util.Locale;

/**
 * A text message on its way.
 *
 * @param to in E.164: {@code +12015550123}; verified to be the user's, or about to be
 * @param text as it is to be shown, line breaks included. At most 160 characters of GSM-7 in languages of Latin script,
 *     unless the server's host name is very long; its last line is {@code @host #123456} when it carries a code
 * @param locale of the text
 * @param realm the realm's name
 * @param purpose {@code reset-code}, {@code verify-phone-number} or {@code password-changed}; more may come
 * @param idempotencyKey the same for every try of one message, and for no other message; up to 64 of {@code a-z0-9-}
 */
public record SmsMessage(String to, String text, Locale locale, String realm, String purpose, String idempotencyKey) {
    /** Without number and text. */
    @Override
    public String toString() {
        return "SmsMessage[" + purpose + ", " + idempotencyKey + "]";
    }
}
