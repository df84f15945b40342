// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.testkit.directory;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.keycloak.common.util.MultivaluedHashMap;
import org.keycloak.representations.idm.ComponentRepresentation;

import io.passwordrecovery.testkit.realm.TestRealm;

/** An LDAP directory with people of its own; no password shorter than {@link #MIN_LENGTH} is good enough for it. */
public interface Directory extends AutoCloseable {
    int MIN_LENGTH = 12;
    String PASSWORD = "Directory-Pa55w0rd";

    /** Keycloak's settings that are this kind's own, the connection included. */
    Map<String, String> settings();

    @Override
    void close();

    /** Makes the directory's people users of the realm. */
    default void joins(TestRealm realm, String editMode, Map<String, String> further) {
        Map<String, String> all = new HashMap<>(Map.of(
                "enabled", "true",
                "priority", "0",
                "importEnabled", "true",
                "authType", "simple",
                "editMode", editMode,
                "searchScope", "1",
                "pagination", "false",
                "validatePasswordPolicy", "false"));
        all.putAll(settings());
        all.putAll(further);
        MultivaluedHashMap<String, String> config = new MultivaluedHashMap<>();
        all.forEach((key, value) -> config.put(key, List.of(value)));
        ComponentRepresentation federation = new ComponentRepresentation();
        federation.setName("directory");
        federation.setProviderId("ldap");
        federation.setProviderType("org.keycloak.storage.UserStorageProvider");
        federation.setParentId(realm.resource().toRepresentation().getId());
        federation.setConfig(config);
        realm.add(federation);
    }
}
