// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.sms.twilio;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

import org.apache.http.NameValuePair;
import org.apache.http.client.entity.UrlEncodedFormEntity;
import org.apache.http.client.methods.HttpPost;
import org.apache.http.message.BasicNameValuePair;

import io.passwordrecovery.sms.SmsException;
import io.passwordrecovery.sms.SmsMessage;
import io.passwordrecovery.sms.SmsProvider;
import io.passwordrecovery.sms.gateway.GatewayPost;
import io.passwordrecovery.sms.gateway.GatewaySecret;

/**
 * Creates a message resource at Twilio: {@code POST /2010-04-01/Accounts/{AccountSid}/Messages.json}.
 *
 * <p>Twilio knows no idempotency key for that, so a request without an answer is not repeated: the message may be out.
 */
final class TwilioSmsProvider implements SmsProvider {
    private final TwilioAccount account;
    private final GatewaySecret.Source authToken;
    private final GatewayPost post;

    TwilioSmsProvider(TwilioAccount account, GatewaySecret.Source authToken, GatewayPost post) {
        this.account = account;
        this.authToken = authToken;
        this.post = post;
    }

    @Override
    public void send(SmsMessage message) throws SmsException {
        HttpPost request = request(message);
        int status;
        try {
            status = post.send(request);
        } catch (IOException e) {
            throw GatewayPost.wasSurelyNotSent(e)
                    ? SmsException.temporary("Twilio was not reached", e)
                    : SmsException.permanent("Twilio did not answer, and the message may have been sent", e);
        }
        if (GatewayPost.isWorthAnotherTry(status)) {
            throw SmsException.temporary("Twilio answered " + status, null);
        }
        if (!GatewayPost.isAccepted(status)) {
            throw SmsException.permanent("Twilio answered " + status, null);
        }
    }

    private HttpPost request(SmsMessage message) throws SmsException {
        HttpPost request = new HttpPost(account.messages());
        List<NameValuePair> form = List.of(
                new BasicNameValuePair("To", message.to()),
                new BasicNameValuePair(account.senderParameter(), account.sender()),
                new BasicNameValuePair("Body", message.text()));
        request.setEntity(new UrlEncodedFormEntity(form, StandardCharsets.UTF_8));
        String credentials = account.sid() + ":" + authToken.read();
        request.setHeader(
                "Authorization",
                "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
        request.setHeader("Accept", "application/json");
        return request;
    }

    @Override
    public void close() {
        // the client is Keycloak's
    }
}
