// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.store;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StoreKeysTest {
    private final StoreKeys keys = new StoreKeys("realm");

    @Test
    void everyKeyIsShortAndKnownByItsBeginning() {
        assertThat(keys.of("code.a.1")).startsWith("password-recovery.").hasSize(40);
        assertThat(keys.of("x".repeat(1_000))).hasSize(40);
    }

    @Test
    void sameNameHasTheSameKeyOnEveryNodeAndAnotherInAnotherRealm() {
        assertThat(keys.of("code.a.1")).isEqualTo(new StoreKeys("realm").of("code.a.1"));
        assertThat(keys.of("code.a.1"))
                .isNotEqualTo(keys.of("code.a.2"))
                .isNotEqualTo(new StoreKeys("other").of("code.a.1"));
    }
}
