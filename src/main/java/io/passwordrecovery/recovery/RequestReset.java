// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.recovery;

import java.time.Duration;
import java.util.Optional;

import io.passwordrecovery.delivery.Courier;
import io.passwordrecovery.keys.LimitKey;
import io.passwordrecovery.limits.PendingRequest;
import io.passwordrecovery.limits.RequestLimits;
import io.passwordrecovery.recovery.ResetRequestOutcome.Accepted;
import io.passwordrecovery.recovery.ResetRequestOutcome.Busy;
import io.passwordrecovery.recovery.ResetRequestOutcome.Throttled;

/**
 * The steps from a typed name to an answer: limits, pending request, what is shown. Nobody looks whether there is such an
 * account; {@link IssueResetCode} does, when the answer has left.
 */
public final class RequestReset {
    private final AccountResolver resolver;
    private final RequestLimits requestLimits;
    private final AcceptedRequests accepted;
    private final RecoveryEvents events;

    public RequestReset(
            AccountResolver resolver, RequestLimits requestLimits, AcceptedRequests accepted, RecoveryEvents events) {
        this.resolver = resolver;
        this.requestLimits = requestLimits;
        this.accepted = accepted;
        this.events = events;
    }

    ResetRequestOutcome request(ResetRequest request) {
        Optional<AcceptedRequests.Place> reserved = accepted.reserve();
        if (reserved.isEmpty()) {
            return new Busy(Courier.RETRY_AFTER);
        }
        try (AcceptedRequests.Place place = reserved.get()) {
            LimitKey name = resolver.keyOf(request.name()).at(request.caller().place());
            Optional<Duration> wait = requestLimits.refuse(name, request.caller());
            if (wait.isPresent()) {
                events.requestThrottled(request.name(), request.caller());
                return new Throttled(wait.get());
            }
            PendingRequest pending = requestLimits.open(name);
            Accepted answer = resolver.answer(request.name(), request.wish());
            place.put(new AcceptedRequest(request, pending));
            return answer;
        }
    }
}
