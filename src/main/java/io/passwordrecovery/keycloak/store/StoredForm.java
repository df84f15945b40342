// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.store;

import java.util.Map;

import org.keycloak.compatibility.CompatibilityMetadataProvider;

/**
 * What {@code kc.sh update-compatibility} asks: nodes with two versions of the plugin may run side by side while both
 * keep the same things in the shared store under the same keys.
 */
public final class StoredForm implements CompatibilityMetadataProvider {
    // To be raised with any change of a key or a note in this room that an older node would not understand.
    private static final String FORM = "3";

    @Override
    public String getId() {
        return "password-recovery";
    }

    @Override
    public Map<String, String> metadata() {
        return Map.of("stored-form", FORM);
    }
}
