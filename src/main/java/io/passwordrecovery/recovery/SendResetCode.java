// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.recovery;

import java.util.Optional;

import io.passwordrecovery.account.Obstacle;
import io.passwordrecovery.delivery.CodeDelivery;
import io.passwordrecovery.delivery.Courier;
import io.passwordrecovery.delivery.Destination;
import io.passwordrecovery.limits.Caller;
import io.passwordrecovery.limits.RequestLimits;
import io.passwordrecovery.limits.SmsCap;
import io.passwordrecovery.limits.SmsLimits;
import io.passwordrecovery.recovery.SendOutcome.Busy;
import io.passwordrecovery.recovery.SendOutcome.Capped;
import io.passwordrecovery.recovery.SendOutcome.Refused;
import io.passwordrecovery.recovery.SendOutcome.Sent;

/**
 * The steps from an administrator's wish to a code on its way to the account's own address: look-up, the account's limits
 * and caps, code, queue. What a stranger must not be told, the administrator is; the code nobody is.
 */
public final class SendResetCode {
    private final AccountResolver resolver;
    private final RequestLimits requestLimits;
    private final SmsLimits smsLimits;
    private final ResetCodes codes;
    private final Courier courier;
    private final RecoveryEvents events;

    public SendResetCode(
            AccountResolver resolver,
            RequestLimits requestLimits,
            SmsLimits smsLimits,
            ResetCodes codes,
            Courier courier,
            RecoveryEvents events) {
        this.resolver = resolver;
        this.requestLimits = requestLimits;
        this.smsLimits = smsLimits;
        this.codes = codes;
        this.courier = courier;
        this.events = events;
    }

    /** @param caller MUST be somebody who may manage the account */
    public SendOutcome send(String accountId, Caller caller) {
        Optional<Courier.Reservation> reserved = courier.reserve();
        if (reserved.isEmpty()) {
            return new Busy();
        }
        try (Courier.Reservation reservation = reserved.get()) {
            ResolvedAccount account = resolver.byId(accountId);
            return account instanceof ResolvedAccount.Real real
                    ? send(real, caller, reservation)
                    : new Refused(account.asDecoy().why().reason());
        }
    }

    private SendOutcome send(ResolvedAccount.Real account, Caller caller, Courier.Reservation reservation) {
        if (codes.areUsedUp(account)) {
            return new Refused(Obstacle.GUESSED_AT);
        }
        if (!requestLimits.grant(account.key(), caller)) {
            return new Refused(Obstacle.LIMITED);
        }
        Destination chosen = resolver.destination(account, Optional.empty()).orElseThrow();
        SmsFallback fallback = SmsFallback.of(account, chosen, smsLimits, caller);
        Optional<SmsCap> cap = fallback.cap();
        cap.ifPresent(reached -> events.smsCapped(account.accountId(), reached, caller));
        if (fallback.destination().isEmpty()) {
            return new Capped(cap.orElseThrow());
        }
        Destination destination = fallback.destination().get();
        resolver.namesOf(account).forEach(name -> requestLimits.settle(resolver.keyOf(name), account.key()));
        reservation.send(codes.issue(account, destination, caller));
        events.codeSent(account.accountId(), CodeDelivery.to(destination), caller);
        return new Sent(destination);
    }
}
