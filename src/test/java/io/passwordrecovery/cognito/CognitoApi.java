// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.cognito;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.passwordrecovery.testkit.http.Answer;
import io.passwordrecovery.testkit.http.Http;
import io.passwordrecovery.testkit.realm.TestRealm;

/**
 * A caller of {@code /realms/{realm}/cognito} who writes the wire by hand.
 *
 * @param headers sent with every call
 */
record CognitoApi(URI address, Map<String, String> headers) {
    static final String TYPE = "application/x-amz-json-1.1";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    static CognitoApi of(TestRealm realm) {
        URI address = URI.create(realm.keycloak().url() + "/realms/" + realm.name() + "/cognito");
        return new CognitoApi(address, Map.of("Content-Type", TYPE));
    }

    CognitoApi with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new CognitoApi(address, more);
    }

    CognitoApi operation(String name) {
        return with("X-Amz-Target", "AWSCognitoIdentityProviderService." + name);
    }

    Answer forgotPassword(String username) {
        return forgotPassword(Map.of("ClientId", TestRealm.APP, "Username", username));
    }

    Answer forgotPassword(Map<String, ?> body) {
        return operation("ForgotPassword").post(body);
    }

    Answer confirmForgotPassword(String username, String code, String password) {
        return operation("ConfirmForgotPassword")
                .post(Map.of(
                        "ClientId", TestRealm.APP,
                        "Username", username,
                        "ConfirmationCode", code,
                        "Password", password));
    }

    Answer changePassword(String token, String previous, String proposed) {
        return operation("ChangePassword")
                .post(Map.of("AccessToken", token, "PreviousPassword", previous, "ProposedPassword", proposed));
    }

    Answer post(Map<String, ?> body) {
        try {
            return send("POST", "", MAPPER.writeValueAsString(body));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Sends whatever it is told to, to an address below. */
    Answer send(String method, String path, String body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address + path)).method(method, BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return Http.send(request);
    }
}
