// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.testkit.server;

import java.util.HashMap;
import java.util.Map;

import io.passwordrecovery.testkit.realm.Admin;

/** What the servers of tests find in their environment: an administrator, and cheap hashes. */
final class TestEnvironment {
    /**
     * Argon2 is costly on purpose, and most of all in code that is compiled cheaply, while tests set and check thousands of
     * passwords.
     */
    static final Map<String, String> CHEAP_HASHES = Map.of(
            "KC_SPI_PASSWORD_HASHING__ARGON2__ITERATIONS", "1", "KC_SPI_PASSWORD_HASHING__ARGON2__MEMORY", "256");

    private TestEnvironment() {}

    static Map<String, String> variables() {
        Map<String, String> variables = new HashMap<>(Admin.ENVIRONMENT);
        variables.putAll(CHEAP_HASHES);
        return variables;
    }
}
