// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.benchmark;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.keycloak.representations.idm.PartialImportRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

import io.passwordrecovery.testkit.realm.ColdUsers;
import io.passwordrecovery.testkit.realm.TestRealm;
import io.passwordrecovery.testkit.server.KeycloakServer;

/** The realms that are measured: many users, no limit that the load would reach, and no events. */
final class Subject {
    /** Limits out of the way. */
    static final Map<String, String> WIDE =
            Map.of("cooldown", "0", "codes-per-ip-hour", "1000000", "confirmations-per-ip-hour", "1000000");

    /** All of them but the cooldown. */
    static final Map<String, String> WIDE_WITH_COOLDOWN =
            Map.of("codes-per-ip-hour", "1000000", "confirmations-per-ip-hour", "1000000");

    // More in one transaction take Keycloak longer for each of them.
    private static final int BATCH = 250;

    private Subject() {}

    /**
     * Creates a realm with users {@code known0}, …, whom nobody has looked up since.
     *
     * @param mailPort where its mails go on the loopback address
     */
    static TestRealm realm(KeycloakServer server, int users, int mailPort) {
        TestRealm realm = TestRealm.create(server, wanted -> {
            wanted.setEventsEnabled(false);
            Map<String, String> smtp = new HashMap<>(wanted.getSmtpServer());
            smtp.put("port", Integer.toString(mailPort));
            wanted.setSmtpServer(smtp);
        });
        realm.configure(WIDE);
        importUsers(realm, users);
        return realm;
    }

    private static void importUsers(TestRealm realm, int users) {
        for (int from = 0; from < users; from += BATCH) {
            List<UserRepresentation> batch = ColdUsers.numbered(from, Math.min(users, from + BATCH));
            // An import gives no roles by itself; without these no token is good for "update".
            batch.forEach(user -> user.setRealmRoles(List.of("default-roles-" + realm.name())));
            PartialImportRepresentation wanted = new PartialImportRepresentation();
            wanted.setUsers(batch);
            realm.resource().partialImport(wanted).close();
        }
    }
}
