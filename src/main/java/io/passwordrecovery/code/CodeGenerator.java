// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.code;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Makes reset codes: the only place where chance is asked. */
public final class CodeGenerator {
    private final SecureRandom random;

    public CodeGenerator(SecureRandom random) {
        this.random = random;
    }

    /** Returns a code of that many digits; each digit uniform and independent, leading zeros included. */
    public ResetCode next(int length) {
        StringBuilder digits = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            digits.append((char) ('0' + random.nextInt(10)));
        }
        return new ResetCode(digits.toString());
    }

    /** Returns 32 random octets in base64url: a digest that no code has. */
    public String nextNothing() {
        byte[] digest = new byte[32];
        random.nextBytes(digest);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    }

    /** Returns a new name for one issued code or pending request: 128 random bits, not secret. */
    public String nextId() {
        byte[] id = new byte[16];
        random.nextBytes(id);
        return HexFormat.of().formatHex(id);
    }
}
