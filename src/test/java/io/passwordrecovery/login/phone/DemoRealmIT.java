// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.login.phone;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.representations.idm.UserRepresentation;
import org.keycloak.representations.userprofile.config.UPConfig;
import org.keycloak.util.JsonSerialization;

import io.passwordrecovery.testkit.http.Answer;
import io.passwordrecovery.testkit.http.Http;
import io.passwordrecovery.testkit.http.RestApi;
import io.passwordrecovery.testkit.http.TokenEndpoint;
import io.passwordrecovery.testkit.server.KeycloakServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** {@code docker/demo-realm.json} as it is shipped: a user profile in which users do not edit their phone numbers. */
class DemoRealmIT {
    static final KeycloakServer keycloak = KeycloakServer.shared();
    static final String NAME = "demo-" + UUID.randomUUID().toString().substring(0, 8);
    static final String BASE = keycloak.url() + "/realms/" + NAME;

    @BeforeAll
    static void importIt() throws IOException {
        String json = Files.readString(Path.of("docker/demo-realm.json"))
                .replace("default-roles-demo", "default-roles-" + NAME);
        RealmRepresentation realm = JsonSerialization.readValue(json, RealmRepresentation.class);
        realm.setRealm(NAME);
        keycloak.admin().realms().create(realm);
    }

    @Test
    void userCannotMakeHisOwnNumberAVerifiedOne() throws IOException {
        String token = token("alice");
        ObjectNode profile = (ObjectNode) account(token, "GET", "").json();
        assertThat(profile.at("/attributes/phoneNumber/0").asText()).isEqualTo("+12015550123");
        ((ObjectNode) profile.get("attributes")).putArray("phoneNumber").add("+12015550199");

        account(token, "POST", profile.toString());

        assertThat(user("alice").firstAttribute("phoneNumber")).isEqualTo("+12015550123");
        assertThat(user("alice").firstAttribute("phoneNumberVerified")).isEqualTo("true");
    }

    @Test
    void numberThatItsUserMayChangeIsUnverifiedThen() throws IOException {
        UserRepresentation bob = user("bob");
        bob.singleAttribute("phoneNumber", "+12015550141").singleAttribute("phoneNumberVerified", "true");
        realm().users().get(bob.getId()).update(bob);
        String token = token("bob");
        ObjectNode profile = (ObjectNode) account(token, "GET", "").json();

        account(token, "POST", profile.put("firstName", "Robert").toString());
        assertThat(user("bob").firstAttribute("phoneNumberVerified")).isEqualTo("true");
        ((ObjectNode) profile.get("attributes")).putArray("phoneNumber").add("+12015550142");
        letNumbersBeEditedBy("admin", "user");
        account(token, "POST", profile.toString());
        letNumbersBeEditedBy("admin");

        assertThat(user("bob").firstAttribute("phoneNumber")).isEqualTo("+12015550142");
        assertThat(user("bob").firstAttribute("phoneNumberVerified")).isEqualTo("false");
    }

    @Test
    void codeGoesToTheServersLog() {
        RestApi api = new RestApi(URI.create(BASE + "/password"), Map.of());

        Answer asked = api.post(
                "reset", Map.of("clientId", "demo-app", "username", "(201) 555-0123", "deliveryMedium", "SMS"));

        assertThat(asked.body()).contains("\"deliveryMedium\":\"SMS\"");
        await("the message in the log").until(() -> keycloak.log().contains("SMS to +12015550123"));
    }

    @Test
    void actionIsThere() {
        assertThat(realm().flows().getRequiredAction("VERIFY_PHONE_NUMBER").isEnabled())
                .isTrue();
    }

    private static Answer account(String token, String method, String body) {
        return Http.send(HttpRequest.newBuilder(URI.create(BASE + "/account"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
    }

    private static void letNumbersBeEditedBy(String... roles) {
        UPConfig config = realm().users().userProfile().getConfiguration();
        config.getAttribute("phoneNumber").getPermissions().setEdit(Set.of(roles));
        realm().users().userProfile().update(config);
    }

    private static String token(String user) {
        return new TokenEndpoint(keycloak.url(), NAME, "demo-app", "")
                .signIn(user, user + "-demo-password")
                .access();
    }

    private static UserRepresentation user(String name) {
        return realm().users().searchByUsername(name, true).get(0);
    }

    private static RealmResource realm() {
        return keycloak.admin().realm(NAME);
    }
}
