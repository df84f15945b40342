// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.verification;

import java.time.Clock;

import io.passwordrecovery.code.Codes;
import io.passwordrecovery.delivery.Courier;
import io.passwordrecovery.limits.GuessLimits;
import io.passwordrecovery.limits.PendingRequests;
import io.passwordrecovery.limits.RequestLimits;
import io.passwordrecovery.limits.SmsLimits;
import io.passwordrecovery.phone.AllowedNumbers;
import io.passwordrecovery.settings.RecoverySettings;

/** All that {@link PhoneVerification} works with. */
public record VerificationParts(
        String realmId,
        RecoverySettings settings,
        AllowedNumbers numbers,
        Codes codes,
        PendingRequests tickets,
        RequestLimits requestLimits,
        SmsLimits smsLimits,
        GuessLimits guessLimits,
        Courier courier,
        PhoneBook phoneBook,
        VerificationEvents events,
        Clock clock) {}
