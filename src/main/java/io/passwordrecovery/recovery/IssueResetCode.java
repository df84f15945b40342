// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.recovery;

import java.util.Optional;

import io.passwordrecovery.account.Obstacle;
import io.passwordrecovery.delivery.CodeDelivery;
import io.passwordrecovery.delivery.DeliveryMedium;
import io.passwordrecovery.delivery.Destination;
import io.passwordrecovery.delivery.Message.CodeMessage;
import io.passwordrecovery.limits.Caller;
import io.passwordrecovery.limits.RequestLimits;
import io.passwordrecovery.limits.SmsLimits;

/** The steps from an accepted request to a code's message: look-up, the account's own limits, code. */
public final class IssueResetCode {
    private final AccountResolver resolver;
    private final RequestLimits requestLimits;
    private final SmsLimits smsLimits;
    private final ResetCodes codes;
    private final RecoveryEvents events;

    public IssueResetCode(
            AccountResolver resolver,
            RequestLimits requestLimits,
            SmsLimits smsLimits,
            ResetCodes codes,
            RecoveryEvents events) {
        this.resolver = resolver;
        this.requestLimits = requestLimits;
        this.smsLimits = smsLimits;
        this.codes = codes;
        this.events = events;
    }

    /**
     * Issues a code, or a decoy that no code matches.
     *
     * @return what carries the code to the account's owner; empty where nobody gets one
     */
    public Optional<CodeMessage> issue(AcceptedRequest accepted) {
        ResetRequest request = accepted.request();
        Caller caller = request.caller();
        ResolvedAccount account = resolver.of(request.name());
        // Granted or not: a code that was asked for under another name is good under this one too.
        requestLimits.settle(resolver.keyOf(request.name()), account.key());
        if (account instanceof ResolvedAccount.Real real) {
            requestLimits.settleOthers(resolver.keysOf(real), account.key());
        }
        Optional<Destination> chosen = resolver.destination(account, request.wish());
        boolean usedUp = codes.areUsedUp(account);
        boolean granted = account instanceof ResolvedAccount.Real && requestLimits.grant(account.key(), caller);
        Optional<Destination> destination =
                granted && !usedUp ? chosen.flatMap(one -> withinCaps(account, one, caller)) : Optional.empty();
        if (account instanceof ResolvedAccount.Real real && destination.isPresent()) {
            CodeMessage message = codes.issue(real, destination.get(), caller);
            events.codeSent(real.accountId(), CodeDelivery.to(destination.get()), caller);
            return Optional.of(message);
        }
        codes.issueDecoy(account, chosen.map(Destination::medium).orElse(DeliveryMedium.EMAIL), caller);
        events.codeNotSent(request.name(), why(account, usedUp), caller);
        return Optional.empty();
    }

    private static NotSent why(ResolvedAccount account, boolean usedUp) {
        return usedUp && account instanceof ResolvedAccount.Real real
                ? new NotSent(Obstacle.GUESSED_AT, Optional.of(real.accountId()))
                : account.asDecoy().why();
    }

    private Optional<Destination> withinCaps(ResolvedAccount account, Destination chosen, Caller caller) {
        SmsFallback fallback = SmsFallback.of(account, chosen, smsLimits, caller);
        if (account instanceof ResolvedAccount.Real real) {
            fallback.cap().ifPresent(cap -> events.smsCapped(real.accountId(), cap, caller));
        }
        return fallback.destination();
    }
}
