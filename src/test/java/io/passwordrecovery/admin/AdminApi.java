// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.admin;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.keycloak.representations.idm.RoleRepresentation;

import io.passwordrecovery.testkit.http.Answer;
import io.passwordrecovery.testkit.http.Http;
import io.passwordrecovery.testkit.realm.TestRealm;
import io.passwordrecovery.testkit.realm.TestUser;

/**
 * A caller of {@code /admin/realms/{realm}/password-recovery}.
 *
 * @param token sent as bearer token; empty for none
 */
record AdminApi(TestRealm realm, String token) {
    static final String PASSWORD = "Old-Pa55w0rd";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** The server's administrator. */
    static AdminApi of(TestRealm realm) {
        return new AdminApi(realm, realm.keycloak().admin().tokenManager().getAccessTokenString());
    }

    /** A user of the realm with these roles of its {@code realm-management}, and no others. */
    static AdminApi of(TestRealm realm, String name, String... roles) {
        return of(realm, realm.user(name).password(PASSWORD).create(), roles);
    }

    static AdminApi of(TestRealm realm, TestUser user, String... roles) {
        give(user, roles);
        return new AdminApi(realm, realm.tokenFor(user));
    }

    /** The same caller, of another realm's resource. */
    AdminApi at(TestRealm other) {
        return new AdminApi(other, token);
    }

    Answer get(String path) {
        return send("GET", path, "");
    }

    Answer delete(String path) {
        return send("DELETE", path, "");
    }

    Answer post(String path, Map<String, ?> json) {
        try {
            return send("POST", path, MAPPER.writeValueAsString(json));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** @param body sent as JSON, whatever it is; empty for none */
    Answer send(String method, String path, String body) {
        return send(method, path, "application/json", body);
    }

    /** @param type of the body, where there is one */
    Answer send(String method, String path, String type, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(
                        realm.keycloak().url() + "/admin/realms/" + realm.name() + "/password-recovery/" + path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type", type);
        }
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return Http.send(request);
    }

    /** Gives roles of the realm's {@code realm-management}. */
    static void give(TestUser user, String... roles) {
        if (roles.length == 0) {
            return;
        }
        var clients = user.realm().resource().clients();
        String client = clients.findByClientId("realm-management").get(0).getId();
        List<RoleRepresentation> wanted = List.of(roles).stream()
                .map(role -> clients.get(client).roles().get(role).toRepresentation())
                .toList();
        user.resource().roles().clientLevel(client).add(wanted);
    }
}
