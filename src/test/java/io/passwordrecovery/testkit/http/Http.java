// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.testkit.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** The one HTTP client of the tests; it follows no redirects and keeps no cookies. */
public final class Http {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private Http() {}

    public static Answer get(URI uri) {
        return send(HttpRequest.newBuilder(uri));
    }

    public static Answer send(HttpRequest.Builder request) {
        try {
            return Answer.of(CLIENT.send(request.timeout(LIMIT).build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for an answer", e);
        }
    }

    /** Whether the address answers, and with this status. */
    public static boolean answers(URI uri, int status) {
        try {
            return get(uri).status() == status;
        } catch (UncheckedIOException e) {
            return false;
        }
    }
}
