// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.testkit.realm;

import jakarta.ws.rs.core.Response;

/** The admin API's answer to what it was asked to create. */
final class Created {
    private Created() {}

    /** Returns the new thing's id; fails, showing the answer, when there is none. */
    static String idOf(Response answer) {
        if (answer.getStatus() != 201) {
            throw new AssertionError("not created: " + answer.getStatus() + " " + answer.readEntity(String.class));
        }
        String location = answer.getLocation().getPath();
        return location.substring(location.lastIndexOf('/') + 1);
    }
}
