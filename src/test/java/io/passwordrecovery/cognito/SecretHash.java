// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.cognito;

import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import static java.nio.charset.StandardCharsets.UTF_8;

/** A confidential app's proof, as Cognito's guide has apps compute it ("Computing secret hash values"). */
public final class SecretHash {
    private SecretHash() {}

    public static String of(String secret, String username, String clientId) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            mac.update(username.getBytes(UTF_8));
            return Base64.getEncoder().encodeToString(mac.doFinal(clientId.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
