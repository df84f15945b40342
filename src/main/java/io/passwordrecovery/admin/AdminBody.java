// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.admin;

import java.io.InputStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.passwordrecovery.web.JsonText;
import io.passwordrecovery.web.JsonText.FaultyTextException;
import io.passwordrecovery.web.StrictJson;

/** A call's JSON object, which may be left out; unknown members are ignored. */
record AdminBody(ObjectNode object) {
    /** @throws AdminRefusal where it is none */
    static AdminBody read(InputStream body) {
        try {
            byte[] octets = StrictJson.octets(body);
            return new AdminBody(
                    octets.length == 0 ? JsonNodeFactory.instance.objectNode() : StrictJson.object(octets));
        } catch (StrictJson.TooLargeException e) {
            throw AdminRefusal.badRequest("the body must be at most " + StrictJson.LIMIT + " octets");
        } catch (StrictJson.MalformedException e) {
            throw AdminRefusal.badRequest(e.complaint());
        }
    }

    /** A boolean member; false where there is none. */
    boolean flag(String name) {
        JsonNode value = object.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return false;
        }
        if (!value.isBoolean()) {
            throw AdminRefusal.badRequest(name + " must be true or false");
        }
        return value.booleanValue();
    }

    /** A string member; the other text where there is none. */
    String text(String name, String otherwise) {
        try {
            return object.hasNonNull(name) ? JsonText.of(object, name) : otherwise;
        } catch (FaultyTextException e) {
            throw AdminRefusal.badRequest(name + " must be a string, not empty and without control characters");
        }
    }
}
