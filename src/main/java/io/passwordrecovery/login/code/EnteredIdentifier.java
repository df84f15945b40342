// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.login.code;

import java.util.HexFormat;

import io.passwordrecovery.account.Identifier;
import io.passwordrecovery.keys.Sha256;

/** The user name from Keycloak's own page, which takes everything. */
final class EnteredIdentifier {
    private EnteredIdentifier() {}

    /** What no account can be called is replaced by a name that none has: it is answered as any unknown name. */
    static Identifier of(String entered) {
        try {
            return new Identifier(entered);
        } catch (IllegalArgumentException e) {
            return new Identifier(HexFormat.of().formatHex(Sha256.of(entered)));
        }
    }
}
