// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.sms.twilio;

import java.net.URI;

/**
 * Whose messages, and who sends them.
 *
 * @param baseUrl {@code https://api.twilio.com}, or that of a region
 * @param sid of the account: {@code AC…}
 * @param senderParameter {@code From} or {@code MessagingServiceSid}
 * @param sender a number or name of the account's, or {@code MG…}
 */
record TwilioAccount(String baseUrl, String sid, String senderParameter, String sender) {
    URI messages() {
        String base = baseUrl.endsWith("/") ? baseUrl.substring(0, baseUrl.length() - 1) : baseUrl;
        return URI.create(base + "/2010-04-01/Accounts/" + sid + "/Messages.json");
    }
}
