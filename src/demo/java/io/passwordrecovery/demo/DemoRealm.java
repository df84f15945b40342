// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import jakarta.ws.rs.NotAuthorizedException;

import org.keycloak.admin.client.Keycloak;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.util.JsonSerialization;

import io.passwordrecovery.testkit.realm.Admin;
import io.passwordrecovery.testkit.realm.TestSettings;

/** The realm of {@code docker/demo-realm.json}. */
final class DemoRealm {
    private DemoRealm() {}

    /** Replaces what an earlier run left of it, so that the printed passwords are right again. */
    static void makeAnew(URI server, String smtpHost, int smtpPort) {
        RealmRepresentation realm = read(Path.of(TestSettings.value("demo.realm")));
        Map<String, String> smtp = new HashMap<>(realm.getSmtpServer());
        smtp.put("host", smtpHost);
        smtp.put("port", Integer.toString(smtpPort));
        realm.setSmtpServer(smtp);
        try (Keycloak admin = Admin.of(server)) {
            if (admin.realms().findAll().stream()
                    .anyMatch(old -> realm.getRealm().equals(old.getRealm()))) {
                admin.realm(realm.getRealm()).remove();
            }
            admin.realms().create(realm);
        } catch (NotAuthorizedException e) {
            throw new DemoFailure("The demo's admin has another password than " + Admin.PASSWORD
                    + ". Delete target/demo and start again.");
        }
    }

    private static RealmRepresentation read(Path file) {
        try (InputStream json = Files.newInputStream(file)) {
            return JsonSerialization.readValue(json, RealmRepresentation.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
