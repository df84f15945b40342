// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.recovery;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

import io.passwordrecovery.account.Obstacle;
import io.passwordrecovery.delivery.CodeDelivery;
import io.passwordrecovery.delivery.Courier;
import io.passwordrecovery.delivery.DeliveryMedium;
import io.passwordrecovery.delivery.Destination;
import io.passwordrecovery.delivery.Message;
import io.passwordrecovery.keys.LimitKey;
import io.passwordrecovery.limits.RequestLimits;
import io.passwordrecovery.limits.SmsLimits;
import io.passwordrecovery.recovery.ResetRequestOutcome.Accepted;
import io.passwordrecovery.recovery.ResetRequestOutcome.Busy;
import io.passwordrecovery.recovery.ResetRequestOutcome.Throttled;

/** The steps from a typed name to a code on its way: limits, pending request, look-up, code, queue. */
public final class RequestReset {
    private final AccountResolver resolver;
    private final RequestLimits requestLimits;
    private final SmsLimits smsLimits;
    private final ResetCodes codes;
    private final Courier courier;
    private final RecoveryEvents events;
    private final Clock clock;

    public RequestReset(
            AccountResolver resolver,
            RequestLimits requestLimits,
            SmsLimits smsLimits,
            ResetCodes codes,
            Courier courier,
            RecoveryEvents events,
            Clock clock) {
        this.resolver = resolver;
        this.requestLimits = requestLimits;
        this.smsLimits = smsLimits;
        this.codes = codes;
        this.courier = courier;
        this.events = events;
        this.clock = clock;
    }

    ResetRequestOutcome request(ResetRequest request) {
        Optional<Courier.Reservation> reserved = courier.reserve();
        if (reserved.isEmpty()) {
            return new Busy(Courier.RETRY_AFTER);
        }
        try (Courier.Reservation reservation = reserved.get()) {
            LimitKey name = resolver.keyOf(request.name()).at(request.caller().place());
            Optional<Duration> wait = requestLimits.refuse(name, request.caller());
            if (wait.isPresent()) {
                events.requestThrottled(request.name(), request.caller());
                return new Throttled(wait.get());
            }
            requestLimits.open(name);
            return issueAndSend(request, reservation);
        }
    }

    private Accepted issueAndSend(ResetRequest request, Courier.Reservation reservation) {
        ResolvedAccount account = resolver.of(request.name());
        Optional<Destination> chosen = resolver.destination(account, request.wish());
        CodeDelivery shown = resolver.shown(request.name(), chosen, request.wish());
        boolean granted = requestLimits.grant(account.key(), account.asDecoy().key(), request.caller());
        boolean usedUp = codes.areUsedUp(account);

        Optional<Destination> destination = granted && !usedUp && chosen.isPresent()
                ? withinCaps(request, account, chosen.get())
                : nowhere(account, shown.medium());
        if (account instanceof ResolvedAccount.Real real && destination.isPresent()) {
            reservation.send(codes.issue(real, destination.get(), request.caller()));
            events.codeSent(real.accountId(), CodeDelivery.to(destination.get()), request.caller());
        } else {
            codes.issueDecoy(account, destination.map(Destination::medium).orElse(shown.medium()), request.caller());
            events.codeNotSent(request.name(), why(account, usedUp), request.caller());
            reservation.send(new Message.Nothing(clock.instant()));
        }
        return new Accepted(shown, resolver.others(request.name(), account, shown.medium()));
    }

    private static NotSent why(ResolvedAccount account, boolean usedUp) {
        return usedUp && account instanceof ResolvedAccount.Real real
                ? new NotSent(Obstacle.GUESSED_AT, Optional.of(real.accountId()))
                : account.asDecoy().why();
    }

    private Optional<Destination> withinCaps(ResetRequest request, ResolvedAccount account, Destination chosen) {
        SmsFallback fallback = SmsFallback.of(account, chosen, smsLimits, request.caller());
        if (account instanceof ResolvedAccount.Real real) {
            fallback.cap().ifPresent(cap -> events.smsCapped(real.accountId(), cap, request.caller()));
        }
        return fallback.destination();
    }

    // The same work where a text message would have been due.
    private Optional<Destination> nowhere(ResolvedAccount account, DeliveryMedium shown) {
        if (shown == DeliveryMedium.SMS) {
            smsLimits.pretend(account.asDecoy().key());
        }
        return Optional.empty();
    }
}
