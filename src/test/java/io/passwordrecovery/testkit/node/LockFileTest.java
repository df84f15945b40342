// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.testkit.node;

import java.io.File;
import java.io.IOException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The lock file pins every package by its content, and leaves to each machine where it is fetched from. */
class LockFileTest {
    @Test
    void packagesAreKnownByTheirHashesAndNotByTheirRegistry() throws IOException {
        JsonNode packages = new ObjectMapper()
                .readTree(new File("src/test/js/package-lock.json"))
                .path("packages");

        assertThat(packages.properties()).hasSizeGreaterThan(100);
        assertThat(packages.properties())
                .filteredOn(entry -> !entry.getKey().isEmpty())
                .allSatisfy(entry -> {
                    assertThat(entry.getValue().path("integrity").asText()).startsWith("sha512-");
                    assertThat(entry.getValue().has("resolved")).isFalse();
                });
    }
}
