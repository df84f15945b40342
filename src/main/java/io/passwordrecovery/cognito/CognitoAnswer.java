// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.cognito;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;

import io.passwordrecovery.delivery.CodeDelivery;
import io.passwordrecovery.keycloak.Outage;
import io.passwordrecovery.observation.CallOutcome;

/**
 * An answer in AWS JSON 1.1. Never an empty body: Amplify would throw a SyntaxError after the password has changed.
 *
 * @param error the error's name, or empty
 * @param message the error's text, or empty
 * @param json the whole body
 */
record CognitoAnswer(int status, String error, String message, String json) {
    static final String TYPE = "application/x-amz-json-1.1";
    private static final JsonMapper MAPPER = new JsonMapper();

    static CognitoAnswer done() {
        return new CognitoAnswer(200, "", "", "{}");
    }

    static CognitoAnswer codeSent(CodeDelivery delivery) {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("Destination", delivery.destination());
        details.put("DeliveryMedium", delivery.medium().name());
        details.put("AttributeName", delivery.attributeName());
        return new CognitoAnswer(200, "", "", write(Map.of("CodeDeliveryDetails", details)));
    }

    static CognitoAnswer error(CognitoError error, String message) {
        Map<String, String> body = new LinkedHashMap<>();
        body.put("__type", error.name());
        body.put("message", message);
        return new CognitoAnswer(error.status(), error.name(), message, write(body));
    }

    /** The same answer where no operation was asked for: another address or method. */
    CognitoAnswer withStatus(int otherStatus) {
        return new CognitoAnswer(otherStatus, error, message, json);
    }

    /**
     * False where the same call may fare better in a moment, and where a limit refuses: that costs nothing to be told
     * again, and a flood must leave nothing behind.
     */
    boolean isFinal() {
        return !error.equals(CognitoError.TooManyRequestsException.name())
                && !error.equals(CognitoError.LimitExceededException.name())
                && !isUnavailable();
    }

    /** What operators are told of it. */
    CallOutcome outcome() {
        return error.isEmpty() ? CallOutcome.OK : CognitoError.valueOf(error).outcome();
    }

    private boolean isUnavailable() {
        return error.equals(CognitoError.ServiceUnavailable.name());
    }

    /** The form in which it is kept for a retry. */
    Map<String, String> notes() {
        return Map.of("status", Integer.toString(status), "error", error, "message", message, "json", json);
    }

    static CognitoAnswer of(Map<String, String> notes) {
        return new CognitoAnswer(
                Integer.parseInt(notes.getOrDefault("status", "500")),
                notes.getOrDefault("error", ""),
                notes.getOrDefault("message", ""),
                notes.getOrDefault("json", "{}"));
    }

    Response toResponse() {
        Response.ResponseBuilder builder = Response.status(status)
                .header(HttpHeaders.CONTENT_TYPE, TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("x-amzn-RequestId", UUID.randomUUID().toString())
                .entity(json);
        if (isUnavailable()) {
            builder.header(HttpHeaders.RETRY_AFTER, Outage.RETRY_AFTER.toSeconds());
        }
        if (!error.isEmpty()) {
            builder.header("x-amzn-ErrorType", error).header("x-amzn-ErrorMessage", headerText(message));
        }
        return builder.build();
    }

    // Headers are ASCII on one line; the whole text is in the body.
    private static String headerText(String text) {
        return text.replaceAll("[^\\x20-\\x7e]", "?");
    }

    private static String write(Object body) {
        try {
            return MAPPER.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("strings can be written", e);
        }
    }
}
