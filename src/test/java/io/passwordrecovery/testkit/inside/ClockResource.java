// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.testkit.inside;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;

/** Moves the time of the whole server, and lets requests wait. */
public final class ClockResource {
    private final KeycloakSession session;

    ClockResource(KeycloakSession session) {
        this.session = session;
    }

    /**
     * Moves the clock.
     *
     * @param seconds how far forward from where it is
     * @param reset whether to go back to the real time instead
     */
    @POST
    @Path("clock")
    public Response move(@QueryParam("advance") int seconds, @QueryParam("reset") boolean reset) {
        CacheTime.follow(session);
        Time.setOffset(reset ? 0 : Time.getOffset() + seconds);
        return Response.noContent().build();
    }

    /** What waits for the test. */
    @Path("held")
    public HeldResource held() {
        return new HeldResource();
    }
}
