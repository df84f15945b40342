// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.sms.http;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.passwordrecovery.sms.SmsMessage;

/** What the webhook gets. Members may be added; receivers ignore those that they do not know. */
@JsonPropertyOrder({"to", "text", "locale", "realm", "purpose", "idempotencyKey"})
record WebhookBody(String to, String text, String locale, String realm, String purpose, String idempotencyKey) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static WebhookBody of(SmsMessage message) {
        return new WebhookBody(
                message.to(),
                message.text(),
                message.locale().toLanguageTag(),
                message.realm(),
                message.purpose(),
                message.idempotencyKey());
    }

    /** UTF-8. */
    byte[] json() {
        try {
            return JSON.writeValueAsBytes(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "WebhookBody[" + purpose + ", " + idempotencyKey + "]";
    }
}
