// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.sms.gateway;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

import org.apache.http.client.config.RequestConfig;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.Configurable;
import org.apache.http.client.methods.HttpPost;
import org.apache.http.conn.ConnectTimeoutException;
import org.apache.http.impl.client.CloseableHttpClient;

/**
 * One request to a gateway, by Keycloak's HTTP client: its proxy, truststore and pool, within a time of our own.
 *
 * <p>Only the status is of interest. The answer's body is not read: it could be slow, large, or hold the number.
 */
public final class GatewayPost {
    private final CloseableHttpClient client;
    private final Duration timeout;

    /** @param timeout for the whole request; the client's own is for each packet, which a slow drip never exceeds */
    public GatewayPost(CloseableHttpClient client, Duration timeout) {
        this.client = client;
        this.timeout = timeout;
    }

    /**
     * Sends the request.
     *
     * @return the answer's status
     * @throws IOException when there is no answer in time; see {@link #wasSurelyNotSent}
     */
    public int send(HttpPost request) throws IOException {
        request.setConfig(config());
        Executor later = CompletableFuture.delayedExecutor(timeout.toMillis(), TimeUnit.MILLISECONDS);
        CompletableFuture<Void> deadline = CompletableFuture.runAsync(request::abort, later);
        // Closing without reading closes the connection: nobody waits for the rest of a body.
        try (CloseableHttpResponse response = client.execute(request)) {
            return response.getStatusLine().getStatusCode();
        } finally {
            deadline.cancel(false);
        }
    }

    /** Whether the gateway never got the request. */
    public static boolean wasSurelyNotSent(IOException e) {
        return e instanceof ConnectException
                || e instanceof ConnectTimeoutException
                || e instanceof NoRouteToHostException
                || e instanceof UnknownHostException;
    }

    public static boolean isAccepted(int status) {
        return status >= 200 && status < 300;
    }

    /** Whether the gateway says that it did not take the message, and may later (RFC 9110, section 15; RFC 6585). */
    public static boolean isWorthAnotherTry(int status) {
        return status == 408 || status == 425 || status == 429 || status >= 500;
    }

    // A request's configuration takes the place of the client's, with what the server's operator set there.
    private RequestConfig config() {
        RequestConfig own = client instanceof Configurable configurable ? configurable.getConfig() : null;
        RequestConfig.Builder config = own == null ? RequestConfig.custom() : RequestConfig.copy(own);
        int millis = Math.toIntExact(timeout.toMillis());
        return config.setConnectTimeout(millis)
                .setSocketTimeout(millis)
                .setRedirectsEnabled(false)
                .build();
    }
}
