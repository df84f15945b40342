// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.deploy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.representations.idm.AuthenticationExecutionInfoRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;

import io.passwordrecovery.testkit.http.Http;
import io.passwordrecovery.testkit.realm.Admin;
import io.passwordrecovery.testkit.realm.TestSettings;
import io.passwordrecovery.testkit.server.KeycloakHome;
import io.passwordrecovery.testkit.server.KeycloakServer;

import static org.assertj.core.api.Assertions.assertThat;

/** The manual's script, run as it stands on a realm that knows nothing of this plugin. */
class KcadmScriptIT {
    static final KeycloakServer keycloak = KeycloakServer.shared();

    final String realm = "s-" + UUID.randomUUID().toString().substring(0, 8);

    @TempDir
    Path home;

    @Test
    void realmIsSwitchedOnSetUpAndSendsUsersToTheCode() throws IOException, InterruptedException {
        RealmRepresentation plain = new RealmRepresentation();
        plain.setRealm(realm);
        plain.setEnabled(true);
        keycloak.admin().realms().create(plain);

        kcadm(List.of(
                "kcadm.sh",
                "config",
                "credentials",
                "--server",
                keycloak.url().toString(),
                "--realm",
                "master",
                "--user",
                Admin.NAME,
                "--password",
                Admin.PASSWORD));
        Path script = home.resolve("kcadm.sh");
        Files.writeString(
                script,
                Files.readString(Path.of("docs/deploy/kcadm.sh")).replace("realm=demo\n", "realm=" + realm + "\n"));
        kcadm(List.of("sh", script.toString()));

        RealmResource made = keycloak.admin().realm(realm);
        Map<String, String> stored =
                made.flows().getRequiredActionConfig("CHANGE_PASSWORD").getConfig();
        assertThat(stored).containsEntry("code-length", "8").containsEntry("allowed-clients", "web,mobile");
        assertThat(made.toRepresentation().getResetCredentialsFlow()).isEqualTo("reset by code");
        assertThat(made.flows().getExecutions("reset by code"))
                .extracting(AuthenticationExecutionInfoRepresentation::getProviderId)
                .containsExactly("reset-credential-code");
        assertThat(made.flows().getExecutions("reset by code"))
                .extracting(AuthenticationExecutionInfoRepresentation::getRequirement)
                .containsOnly("REQUIRED");
        assertThat(Http.get(URI.create(keycloak.url() + "/realms/" + realm + "/password/policy"))
                        .status())
                .as("the switch")
                .isEqualTo(200);
    }

    @AfterEach
    void removeRealm() {
        keycloak.admin().realm(realm).remove();
    }

    private void kcadm(List<String> command) throws IOException, InterruptedException {
        KeycloakHome tools =
                KeycloakHome.at(TestSettings.workDirectory().resolve(TestSettings.keycloakVersion() + "-tools"));
        tools.unpack(TestSettings.keycloakZip(), percent -> {});
        Path bin = tools.directory().toAbsolutePath().resolve("bin");
        List<String> whole = command.stream()
                .map(word -> word.equals("kcadm.sh") ? bin.resolve(word).toString() : word)
                .toList();
        ProcessBuilder builder = new ProcessBuilder(whole).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        // Where it keeps its token.
        builder.environment().put("KC_OPTS", "-Duser.home=" + home);
        builder.environment().merge("PATH", bin.toString(), (path, own) -> own + ":" + path);
        Process run = builder.start();
        String told = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(run.waitFor()).as(command + "\n" + told).isZero();
    }
}
