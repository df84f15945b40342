// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.sms;

import org.keycloak.provider.Provider;

/** Hands one text message to a gateway. */
public interface SmsProvider extends Provider {
    /**
     * Hands the message over, and returns when the gateway has accepted it.
     *
     * <p>Called on a thread of the delivery queue, never within a request, in a Keycloak session of its own whose context
     * has the realm. MUST return or throw within 30 seconds: few threads serve all realms. MUST pass on {@link
     * SmsMessage#idempotencyKey()} where the gateway knows such a thing, since a message whose fate is unknown is sent
     * again with the same key. MUST NOT log the text or the whole number.
     *
     * <p>Limits, allowed countries and the caps on text messages were seen to before; a call is a message that counts.
     *
     * @throws SmsException saying whether another try may help. {@linkplain SmsException#temporary Temporary}: the gateway
     *     was not reached, was busy, or failed; also an unknown fate, if and only if the gateway honours the idempotency
     *     key. {@linkplain SmsException#permanent Permanent}: it understood and refused, or a second message would be the
     *     price of finding out. Temporary ones are tried again after 1, 2, 4 … seconds, at most 60, until the code has
     *     expired. A {@link RuntimeException} is taken for a bug, and not tried again.
     */
    void send(SmsMessage message) throws SmsException;
}
