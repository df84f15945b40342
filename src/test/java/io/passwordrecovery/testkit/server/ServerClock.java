// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.testkit.server;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;

import io.passwordrecovery.testkit.http.Answer;
import io.passwordrecovery.testkit.http.Http;

/** The server's clock, moved through the testkit's own resource there. */
record ServerClock(KeycloakServer server) {
    void advance(Duration duration) {
        move("?advance=" + duration.toSeconds());
    }

    void reset() {
        move("?reset=true");
    }

    private void move(String query) {
        URI uri = URI.create(server.url() + "/realms/master/testkit/clock" + query);
        Answer answer = Http.send(HttpRequest.newBuilder(uri).POST(BodyPublishers.noBody()));
        if (answer.status() != 204) {
            throw new AssertionError("the server's clock did not move: " + answer);
        }
        // The administrator's token was made at another time.
        server.admin().tokenManager().grantToken();
    }
}
