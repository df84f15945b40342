// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.recovery;

import java.time.Clock;

import io.passwordrecovery.account.Accounts;
import io.passwordrecovery.account.LimitKeys;
import io.passwordrecovery.code.Codes;
import io.passwordrecovery.delivery.Courier;
import io.passwordrecovery.limits.GuessLimits;
import io.passwordrecovery.limits.PendingRequests;
import io.passwordrecovery.limits.RequestLimits;
import io.passwordrecovery.limits.SmsLimits;
import io.passwordrecovery.password.AfterPasswordChange;
import io.passwordrecovery.password.Passwords;
import io.passwordrecovery.settings.RecoverySettings;

/** All that {@link PasswordRecovery} works with. */
public record RecoveryParts(
        String realmId,
        RecoverySettings settings,
        Accounts accounts,
        LimitKeys subjects,
        AccountResolver recipients,
        Codes codes,
        PendingRequests tickets,
        RequestLimits requestLimits,
        SmsLimits smsLimits,
        GuessLimits guessLimits,
        Courier courier,
        Passwords passwords,
        AfterPasswordChange aftermath,
        RecoveryEvents events,
        Clock clock) {}
