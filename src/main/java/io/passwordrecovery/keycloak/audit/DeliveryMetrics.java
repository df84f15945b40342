// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.audit;

import java.util.Locale;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Tags;

import io.passwordrecovery.delivery.DeliveryQueue;
import io.passwordrecovery.delivery.GivenUp;
import io.passwordrecovery.delivery.Message;
import io.passwordrecovery.delivery.QueueLimits;
import io.passwordrecovery.limits.SmsCap;

/** What an operator watches of deliveries: Keycloak's {@code /metrics}, where the server has it switched on. */
public final class DeliveryMetrics {
    private static final String QUEUE = "password_recovery_delivery_queue";
    private static final String RETRIES = "password_recovery_delivery_retries";
    private static final String CAPACITY = "password_recovery_delivery_queue_capacity";
    private static final String SMS_CAPPED = "password_recovery_sms_capped";
    private static final String DELIVERIES = "password_recovery_deliveries";

    public static void watch(DeliveryQueue<?> queue, QueueLimits limits) {
        Gauge.builder(QUEUE, queue, DeliveryQueue::depth)
                .description("Messages that wait or are under way on this node")
                .strongReference(true)
                .register(Metrics.globalRegistry);
        Gauge.builder(RETRIES, queue, DeliveryQueue::retries)
                .description("Messages among them that have failed before")
                .strongReference(true)
                .register(Metrics.globalRegistry);
        Gauge.builder(CAPACITY, limits, QueueLimits::capacity)
                .description("Messages that may wait for their first try on this node")
                .strongReference(true)
                .register(Metrics.globalRegistry);
        if (!RealmLabel.isOn()) {
            beginAtZero();
        }
    }

    // From nothing to one is no increase to Prometheus: the first failure of a server would be seen by no rule.
    private static void beginAtZero() {
        for (Outcome outcome : Outcome.values()) {
            for (Kind kind : Kind.values()) {
                deliveries(kind, outcome, Tags.empty());
            }
        }
        for (SmsCap cap : SmsCap.values()) {
            capped(cap, Tags.empty());
        }
    }

    static void smsCapped(SmsCap cap, String realmName) {
        capped(cap, RealmLabel.of(realmName)).increment();
    }

    private static Counter capped(SmsCap cap, Tags realm) {
        return Counter.builder(SMS_CAPPED)
                .description("Text messages that were due when a cap was reached")
                .tags(realm.and("limit", cap.name().toLowerCase(Locale.ROOT)))
                .register(Metrics.globalRegistry);
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

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What was to be delivered, and by what. */
    public enum Kind {
        CODE_BY_EMAIL("code", "email"),
        CODE_BY_SMS("code", "sms"),
        NOTICE_BY_EMAIL("notice", "email"),
        NOTICE_BY_SMS("notice", "sms"),
        /** A request that was to be worked off: nothing but its failure is counted. */
        REQUEST("request", "none");

        private final String message;
        private final String medium;

        Kind(String message, String medium) {
            this.message = message;
            this.medium = medium;
        }

        public static Kind of(Message message) {
            boolean isCode = message instanceof Message.CodeMessage;
            return switch (message.destination().medium()) {
                case EMAIL -> isCode ? CODE_BY_EMAIL : NOTICE_BY_EMAIL;
                case SMS -> isCode ? CODE_BY_SMS : NOTICE_BY_SMS;
            };
        }

        public String message() {
            return message;
        }

        public String medium() {
            return medium;
        }
    }

    public void count(Kind kind, Outcome outcome, String realmName) {
        deliveries(kind, outcome, RealmLabel.of(realmName)).increment();
    }

    private static Counter deliveries(Kind kind, Outcome outcome, Tags realm) {
        return Counter.builder(DELIVERIES)
                .description("Tries to deliver a message")
                .tags(realm.and("message", kind.message(), "medium", kind.medium(), "outcome", outcome.label()))
                .register(Metrics.globalRegistry);
    }
}
