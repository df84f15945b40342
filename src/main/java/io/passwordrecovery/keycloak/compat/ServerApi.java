// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.compat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether this server has all of the private API that the plugin needs and that is not the same everywhere. */
public final class ServerApi {
    private ServerApi() {}

    /** What is not there, by name; empty on every Keycloak that the plugin was tested on. */
    public static List<String> missing() {
        return Stream.of(PasswordAttempts.METHODS, BearerSession.METHODS)
                .flatMap(List::stream)
                .map(VersionedMethod::missing)
                .flatMap(Optional::stream)
                .toList();
    }
}
