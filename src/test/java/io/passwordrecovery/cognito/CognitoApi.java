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
public record CognitoApi(URI address, Map<String, String> headers) {
    static final String TYPE = "application/x-amz-json-1.1";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    public static CognitoApi of(TestRealm realm) {
        URI address = URI.create(realm.url() + "/cognito");
        return new CognitoApi(address, Map.of("Content-Type", TYPE));
    }

    public CognitoApi with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new CognitoApi(address, more);
    }

    public CognitoApi operation(String name) {
        return with("X-Amz-Target", "AWSCognitoIdentityProviderService." + name);
    }

    public Answer forgotPassword(String username) {
        return forgotPassword(Map.of("ClientId", TestRealm.APP, "Username", username));
    }

    public Answer forgotPassword(Map<String, ?> body) {
        return operation("ForgotPassword").post(body);
    }

    public Answer confirmForgotPassword(String username, String code, String password) {
        return operation("ConfirmForgotPassword")
                .post(Map.of(
                        "ClientId", TestRealm.APP,
                        "Username", username,
                        "ConfirmationCode", code,
                        "Password", password));
    }

    public Answer changePassword(String token, String previous, String proposed) {
        return operation("ChangePassword")
                .post(Map.of("AccessToken", token, "PreviousPassword", previous, "ProposedPassword", proposed));
    }

    public Answer post(Map<String, ?> body) {
        try {
            return send("POST", "", MAPPER.writeValueAsString(body));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Sends whatever it is told to, to an address below. */
    public Answer send(String method, String path, String body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address + path)).method(method, BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return Http.send(request);
    }
}
