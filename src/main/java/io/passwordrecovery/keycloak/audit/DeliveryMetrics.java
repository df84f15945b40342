// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.audit;

import java.util.Locale;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Metrics;

import io.passwordrecovery.delivery.DeliveryQueue;
import io.passwordrecovery.delivery.Message;

/** What an operator watches: Keycloak's {@code /metrics}, where the server has it switched on. */
public final class DeliveryMetrics {
    private static final String QUEUE = "password_recovery_delivery_queue";
    private static final String SMS_CAPPED = "password_recovery_sms_capped";
    private static final String DELIVERIES = "password_recovery_deliveries";

    public static void watch(DeliveryQueue<?> queue) {
        Gauge.builder(QUEUE, queue, DeliveryQueue::depth)
                .description("Messages that wait or are under way on this node")
                .strongReference(true)
                .register(Metrics.globalRegistry);
    }

    /** @param limit whose: {@code number}, {@code account}, {@code ip}, {@code country}, {@code realm} */
    static void smsCapped(String limit) {
        Counter.builder(SMS_CAPPED)
                .description("Text messages that were due when a cap was reached")
                .tag("limit", limit)
                .register(Metrics.globalRegistry)
                .increment();
    }

    public void delivered(Message message) {
        count(message, "delivered");
    }

    public void failed(Message message) {
        count(message, "failed");
    }

    public void gaveUp(Message message) {
        count(message, "gave_up");
    }

    private static void count(Message message, String outcome) {
        Counter.builder(DELIVERIES)
                .description("Tries to deliver a message")
                .tag("message", message.getClass().getSimpleName().toLowerCase(Locale.ROOT))
                .tag("outcome", outcome)
                .register(Metrics.globalRegistry)
                .increment();
    }
}
