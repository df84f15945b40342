// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.cognito;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.passwordrecovery.limits.UserAddress;
import io.passwordrecovery.web.JsonText;
import io.passwordrecovery.web.JsonText.FaultyTextException;

/** An operation's input; members that nobody asks for are ignored. */
record CognitoBody(ObjectNode object) {
    /** The length that Cognito allows for a client id and a user name. */
    static final int NAME_LENGTH = 128;

    static final int CODE_LENGTH = 2048;
    static final int ATTRIBUTE_LENGTH = 32;

    private static final int METADATA_ENTRIES = 10;

    /** Returns a required string of 1 to {@code maxLength} characters. */
    String text(String name, int maxLength) {
        try {
            String text = JsonText.of(object, name);
            if (text.length() > maxLength) {
                throw invalid(name, "Member must have length less than or equal to " + maxLength);
            }
            return text;
        } catch (FaultyTextException e) {
            throw switch (e.fault()) {
                case MISSING -> invalid(name, "Member must not be null");
                case NOT_TEXT -> new CognitoRefusal(CognitoError.SerializationException, name + " must be a string.");
                case EMPTY -> invalid(name, "Member must have length greater than or equal to 1");
                case CONTROL_CHARACTERS -> invalid(name, "Member must not contain control characters");
            };
        }
    }

    /** Returns a required string as a value that checks itself. */
    <T> T value(String name, int maxLength, Function<String, T> type) {
        try {
            return type.apply(text(name, maxLength));
        } catch (IllegalArgumentException e) {
            throw invalid(name, "Member is not valid");
        }
    }

    Optional<String> optionalText(String name) {
        return object.hasNonNull(name) ? Optional.of(text(name, CODE_LENGTH)) : Optional.empty();
    }

    /** A boolean; false where there is none. */
    boolean flag(String name) {
        JsonNode value = object.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return false;
        }
        if (!value.isBoolean()) {
            throw new CognitoRefusal(CognitoError.SerializationException, name + " must be a boolean.");
        }
        return value.booleanValue();
    }

    void checkMetadata() {
        JsonNode metadata = object.path("ClientMetadata");
        if (metadata.isMissingNode() || metadata.isNull()) {
            return;
        }
        if (!(metadata instanceof ObjectNode map) || map.properties().stream().anyMatch(entry -> !isText(entry))) {
            throw new CognitoRefusal(
                    CognitoError.SerializationException, "ClientMetadata must be a map of strings to strings.");
        }
        if (map.size() > METADATA_ENTRIES) {
            throw invalid("ClientMetadata", "Member must have at most " + METADATA_ENTRIES + " entries");
        }
    }

    /** {@code UserContextData.IpAddress}: of the user for whom an application's server asks. */
    Optional<UserAddress> userAddress() {
        JsonNode context = object.path("UserContextData");
        if (context.isMissingNode() || context.isNull()) {
            return Optional.empty();
        }
        if (!(context instanceof ObjectNode data)) {
            throw new CognitoRefusal(CognitoError.SerializationException, "UserContextData must be an object.");
        }
        CognitoBody members = new CognitoBody(data);
        return data.hasNonNull("IpAddress")
                ? Optional.of(members.value("IpAddress", NAME_LENGTH, UserAddress::new))
                : Optional.empty();
    }

    private static boolean isText(Map.Entry<String, JsonNode> entry) {
        return entry.getValue().isTextual();
    }

    private static CognitoRefusal invalid(String name, String constraint) {
        String member = Character.toLowerCase(name.charAt(0)) + name.substring(1);
        return new CognitoRefusal(
                CognitoError.InvalidParameterException,
                "1 validation error detected: Value at '" + member + "' failed to satisfy constraint: " + constraint);
    }

    @Override
    public String toString() {
        return "[redacted]";
    }
}
