// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.audit;

import io.micrometer.core.instrument.Tags;
import org.keycloak.Config;

/** The metrics' label {@code realm}, where the server has it switched on: a set of series for each realm. */
public final class RealmLabel {
    /** The server option. */
    public static final String OPTION = "metrics-by-realm";

    private static final boolean IS_ON =
            Config.scope("password-recovery", "default").getBoolean(OPTION, false);

    private RealmLabel() {}

    static boolean isOn() {
        return IS_ON;
    }

    /** @param name the realm's, as admins know it */
    static Tags of(String name) {
        return IS_ON ? Tags.of("realm", name) : Tags.empty();
    }
}
