// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.sms.http;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;

import org.apache.http.client.methods.HttpPost;
import org.apache.http.entity.ByteArrayEntity;
import org.apache.http.entity.ContentType;

import io.passwordrecovery.sms.SmsException;
import io.passwordrecovery.sms.SmsMessage;
import io.passwordrecovery.sms.SmsProvider;
import io.passwordrecovery.sms.gateway.GatewayPost;
import io.passwordrecovery.sms.gateway.GatewaySecret;

/** Posts the message to the operator's webhook, which honours the idempotency key: an unknown fate is tried again. */
final class HttpSmsProvider implements SmsProvider {
    private static final String IDEMPOTENCY_HEADER = "Idempotency-Key";

    private final URI url;
    private final GatewaySecret.Source secret;
    private final GatewayPost post;
    private final Clock clock;

    HttpSmsProvider(URI url, GatewaySecret.Source secret, GatewayPost post, Clock clock) {
        this.url = url;
        this.secret = secret;
        this.post = post;
        this.clock = clock;
    }

    @Override
    public void send(SmsMessage message) throws SmsException {
        HttpPost request = request(message);
        int status;
        try {
            status = post.send(request);
        } catch (IOException e) {
            throw SmsException.temporary("the webhook did not answer", e);
        }
        if (GatewayPost.isWorthAnotherTry(status)) {
            throw SmsException.temporary("the webhook answered " + status, null);
        }
        if (!GatewayPost.isAccepted(status)) {
            throw SmsException.permanent("the webhook answered " + status, null);
        }
    }

    private HttpPost request(SmsMessage message) throws SmsException {
        byte[] body = WebhookBody.of(message).json();
        String timestamp = WebhookSignature.timestamp(clock.instant());
        HttpPost request = new HttpPost(url);
        request.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
        request.setHeader(IDEMPOTENCY_HEADER, message.idempotencyKey());
        request.setHeader(WebhookSignature.TIMESTAMP_HEADER, timestamp);
        request.setHeader(WebhookSignature.SIGNATURE_HEADER, WebhookSignature.of(secret.read(), timestamp, body));
        return request;
    }

    @Override
    public void close() {
        // the client is Keycloak's
    }
}
