// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.sms.http;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Proves to the webhook who calls, and when: HMAC-SHA-256 over the time, a dot and the body. */
final class WebhookSignature {
    static final String TIMESTAMP_HEADER = "X-Password-Recovery-Timestamp";
    static final String SIGNATURE_HEADER = "X-Password-Recovery-Signature";

    private static final String ALGORITHM = "HmacSHA256";

    private WebhookSignature() {}

    /** The time as it is signed and sent: seconds since 1970. */
    static String timestamp(Instant now) {
        return Long.toString(now.getEpochSecond());
    }

    /** The header's value: {@code v1=} and 64 hexadecimal digits. */
    static String of(String secret, String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            mac.update((timestamp + ".").getBytes(StandardCharsets.US_ASCII));
            return "v1=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java runtime has " + ALGORITHM, e);
        }
    }
}
