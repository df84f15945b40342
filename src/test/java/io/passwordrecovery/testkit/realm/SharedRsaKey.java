// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.testkit.realm;

import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

import org.keycloak.representations.idm.RealmRepresentation;

/**
 * The RSA key of all tests' realms. Of the processor time of their shared server, which compiles cheaply, more than half
 * went into making two new ones for each realm.
 */
final class SharedRsaKey {
    private static final int BITS = 2048;
    private static final String PKCS8 = generate();

    private SharedRsaKey() {}

    // Keycloak makes the certificate, and the keys that are quickly made.
    static void signs(RealmRepresentation realm) {
        realm.setPrivateKey(PKCS8);
    }

    private static String generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            return Base64.getEncoder()
                    .encodeToString(generator.generateKeyPair().getPrivate().getEncoded());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
