// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.testkit.server;

import java.util.List;
import java.util.stream.Stream;

import io.passwordrecovery.testkit.Missing;
import io.passwordrecovery.testkit.realm.TestSettings;

/** Servers with the feature {@code stateless}, which keeps the single-use store in the database: from 26.7 on. */
public final class Stateless {
    static final String OPTION = "--features=stateless";

    private Stateless() {}

    /** Starts a server with a database of its own in memory, or skips the test aloud. */
    public static KeycloakServer startOrSkip() {
        skipIfUnknown();
        return KeycloakServer.start(OPTION);
    }

    /** Starts a server with a database of its own in memory and these further options, or skips the test aloud. */
    public static KeycloakServer startOrSkip(String one, String other) {
        skipIfUnknown();
        return KeycloakServer.start(OPTION, one, other);
    }

    /** Starts a server with this database, or skips the test aloud. */
    public static KeycloakServer startOrSkip(List<String> databaseOptions) {
        skipIfUnknown();
        return KeycloakServer.startHere(
                Stream.concat(databaseOptions.stream(), Stream.of(OPTION)).toList());
    }

    static void skipIfUnknown() {
        String version = TestSettings.keycloakVersion();
        if (version.matches("26\\.[0-6]\\..*")) {
            throw Missing.because("Tests of the store in the database", version + " has no feature \"stateless\"");
        }
    }
}
