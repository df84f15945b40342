// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.audit;

import java.util.Locale;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Metrics;

import io.passwordrecovery.delivery.DeliveryQueue;
import io.passwordrecovery.delivery.GivenUp;
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

    /** What became of a try, or of a message. */
    public enum Outcome {
        DELIVERED,
        /** Tried again, if that is of use. */
        FAILED,
        /** Not tried any more: the code was used, or a newer one was asked for, or the account is gone. */
        SUPERSEDED,
        /** A newer notice went instead. */
        REPLACED,
        GAVE_UP,
        /** The node stopped before. */
        STOPPED;

        public static Outcome of(GivenUp why) {
            return switch (why) {
                case REFUSED, EXPIRED, NO_PLACE -> GAVE_UP;
                case REPLACED -> REPLACED;
                case STOPPED -> STOPPED;
            };
        }
    }

    /** What was to be delivered. */
    public enum Kind {
        CODE,
        NOTICE,
        /** A request that was to be worked off: nothing but its failure is counted. */
        REQUEST;

        public static Kind of(Message message) {
            return message instanceof Message.CodeMessage ? CODE : NOTICE;
        }
    }

    public void count(Kind kind, Outcome outcome) {
        Counter.builder(DELIVERIES)
                .description("Tries to deliver a message")
                .tag("message", kind.name().toLowerCase(Locale.ROOT))
                .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
                .register(Metrics.globalRegistry)
                .increment();
    }
}
