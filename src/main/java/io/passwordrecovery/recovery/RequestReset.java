// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.recovery;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import io.passwordrecovery.code.CodeBinding;
import io.passwordrecovery.code.CodePurpose;
import io.passwordrecovery.code.CodeTerms;
import io.passwordrecovery.code.ResetCode;
import io.passwordrecovery.delivery.CodeDelivery;
import io.passwordrecovery.delivery.Courier;
import io.passwordrecovery.delivery.DeliveryMedium;
import io.passwordrecovery.delivery.Destination;
import io.passwordrecovery.delivery.Message;
import io.passwordrecovery.keys.LimitKey;
import io.passwordrecovery.limits.PendingRequest;
import io.passwordrecovery.recovery.ResetRequestOutcome.Accepted;
import io.passwordrecovery.recovery.ResetRequestOutcome.Busy;
import io.passwordrecovery.recovery.ResetRequestOutcome.Throttled;
import io.passwordrecovery.settings.RecoveryOptions;

/** The steps from a typed name to a code on its way: limits, ticket, look-up, code, queue. */
final class RequestReset {
    /** Long enough that guessing among them is hopeless even over many codes. */
    private static final int LENGTH_UNDER_ATTACK = 10;

    private final RecoveryParts parts;

    RequestReset(RecoveryParts parts) {
        this.parts = parts;
    }

    ResetRequestOutcome request(ResetRequest request) {
        Optional<Courier.Place> reserved = parts.courier().reserve();
        if (reserved.isEmpty()) {
            return new Busy(Courier.RETRY_AFTER);
        }
        try (Courier.Place place = reserved.get()) {
            LimitKey name = parts.subjects().ofName(request.name());
            Optional<Duration> wait = parts.requestLimits().refuse(name, request.origin());
            if (wait.isPresent()) {
                parts.events().requestThrottled(request.name(), request.origin());
                return new Throttled(wait.get());
            }
            openTicket(name);
            return issueAndSend(request, place);
        }
    }

    private void openTicket(LimitKey name) {
        Instant now = parts.clock().instant();
        PendingRequest ticket = new PendingRequest(UUID.randomUUID().toString(), now, now.plus(lifetime()));
        parts.tickets().put(name, ticket, lifetime().plus(PendingRequest.KEPT_AFTER_EXPIRY));
    }

    private Accepted issueAndSend(ResetRequest request, Courier.Place place) {
        ResolvedAccount recipient = parts.recipients().of(request.name());
        Optional<Destination> chosen = parts.recipients().destination(recipient, request.wish());
        CodeDelivery shown = parts.recipients().shown(request.name(), chosen, request.wish());
        boolean granted = parts.requestLimits().grant(recipient.subject());
        Optional<Destination> destination = granted && chosen.isPresent()
                ? route(request, recipient, chosen.get())
                : nowhere(request, recipient, shown);
        DeliveryMedium medium = destination.map(Destination::medium).orElse(shown.medium());
        CodeTerms terms = terms(recipient.subject(), medium);

        if (recipient instanceof ResolvedAccount.Real real && destination.isPresent()) {
            ResetCode code = parts.codes().issue(binding(real, request, terms), terms);
            place.send(codeMessage(request, real.account().id(), destination.get(), code));
            parts.events().codeSent(real.account().id(), CodeDelivery.to(destination.get()), request.origin());
        } else {
            withhold(request, recipient, terms);
            place.send(new Message.Nothing(parts.clock().instant()));
        }
        return new Accepted(shown, parts.recipients().others(request.name(), recipient, shown.medium()));
    }

    private Optional<Destination> route(ResetRequest request, ResolvedAccount recipient, Destination chosen) {
        SmsFallback route = SmsFallback.of(recipient, chosen, parts.smsLimits(), request.origin());
        if (recipient instanceof ResolvedAccount.Real real) {
            route.cap().ifPresent(cap -> parts.events().smsCapped(real.account().id(), cap, request.origin()));
        }
        return route.destination();
    }

    private Optional<Destination> nowhere(ResetRequest request, ResolvedAccount recipient, CodeDelivery shown) {
        ResolvedAccount.Decoy decoy = recipient.asDecoy(parts.subjects().ofDecoy(request.name()));
        return SmsFallback.nowhere(decoy, shown.medium(), parts.smsLimits()).destination();
    }

    // Does what sending does, beside the account's own ledger: a code that is still good there stays so.
    private void withhold(ResetRequest request, ResolvedAccount recipient, CodeTerms terms) {
        ResolvedAccount.Decoy decoy = recipient.asDecoy(parts.subjects().ofDecoy(request.name()));
        parts.codes().issueDecoy(binding(decoy, request, terms), terms);
        parts.events().codeWithheld(request.name(), decoy.why(), request.origin());
    }

    private CodeBinding binding(ResolvedAccount recipient, ResetRequest request, CodeTerms terms) {
        return recipient.binding(
                parts.realmId(), terms.medium(), request.origin().page().browser());
    }

    private Message codeMessage(ResetRequest request, String accountId, Destination destination, ResetCode code) {
        Instant expiresAt = parts.clock().instant().plus(lifetime());
        return new Message.CodeMessage(
                accountId,
                destination,
                code,
                CodePurpose.RESET_PASSWORD,
                lifetime(),
                expiresAt,
                request.origin().clientId(),
                request.origin().page().link());
    }

    private CodeTerms terms(LimitKey subject, DeliveryMedium medium) {
        int configured = parts.settings().get(RecoveryOptions.CODE_LENGTH);
        int length = parts.guessLimits().manyFailures(subject) ? Math.max(configured, LENGTH_UNDER_ATTACK) : configured;
        return new CodeTerms(length, lifetime(), medium.name());
    }

    private Duration lifetime() {
        return parts.settings().get(RecoveryOptions.CODE_LIFETIME);
    }
}
