// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.sms.http;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;

import io.passwordrecovery.keys.HmacSha256;

/** Proves to the webhook who calls, and when: HMAC-SHA-256 over the time, a dot and the body. */
final class WebhookSignature {
    static final String TIMESTAMP_HEADER = "X-Password-Recovery-Timestamp";
    static final String SIGNATURE_HEADER = "X-Password-Recovery-Signature";

    private WebhookSignature() {}

    /** The time as it is signed and sent: seconds since 1970. */
    static String timestamp(Instant now) {
        return Long.toString(now.getEpochSecond());
    }

    /** The header's value: {@code v1=} and 64 hexadecimal digits. */
    static String of(String secret, String timestamp, byte[] body) {
        byte[] mac = HmacSha256.of(
                secret.getBytes(StandardCharsets.UTF_8), (timestamp + ".").getBytes(StandardCharsets.US_ASCII), body);
        return "v1=" + HexFormat.of().formatHex(mac);
    }
}
