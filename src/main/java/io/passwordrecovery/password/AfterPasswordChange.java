// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.password;

import java.util.Optional;

import io.passwordrecovery.account.Accounts;
import io.passwordrecovery.delivery.Courier;
import io.passwordrecovery.delivery.Destination;
import io.passwordrecovery.limits.Caller;
import io.passwordrecovery.password.PasswordChange.SignedInUser;
import io.passwordrecovery.settings.RecoveryOptions;
import io.passwordrecovery.settings.RecoverySettings;

/**
 * What follows a changed password, however it was changed: earlier codes are void, the owner is told, sessions end.
 *
 * <p>In the order of what must not be lost: a fault further down leaves done what stands above.
 */
public final class AfterPasswordChange {
    private final Accounts accounts;
    private final Sessions sessions;
    private final Lockout lockout;
    private final PasswordEpochs epochs;
    private final ChangeNotices notices;
    private final Courier courier;
    private final RecoverySettings settings;

    public AfterPasswordChange(
            Accounts accounts,
            Sessions sessions,
            Lockout lockout,
            PasswordEpochs epochs,
            ChangeNotices notices,
            Courier courier,
            RecoverySettings settings) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.lockout = lockout;
        this.epochs = epochs;
        this.notices = notices;
        this.courier = courier;
        this.settings = settings;
    }

    /**
     * After a reset by somebody who is not signed in: no session is known to be the owner's.
     *
     * @param proven where the code went: its owner reads what is sent there
     */
    public void reset(String accountId, Destination proven, Caller caller) {
        assigned(accountId);
        forgetFailedSignIns(accountId, caller);
        accounts.proven(accountId, proven);
    }

    /** After somebody else has chosen the password: no session is known to be the owner's, and nothing is proven. */
    public void assigned(String accountId) {
        epochs.begin(accountId);
        notifyOwner(accountId);
        switch (settings.get(RecoveryOptions.SIGN_OUT_AFTER_RESET)) {
            case ALL -> sessions.end(accountId, Optional.empty(), true);
            case ALL_BUT_OFFLINE -> sessions.end(accountId, Optional.empty(), false);
            case NONE -> {}
        }
    }

    /** After a reset by somebody whose sign-in goes on. */
    public void resetBySignedIn(SignedInUser who, boolean signOutOthers, Destination proven) {
        updated(who, signOutOthers);
        forgetFailedSignIns(who.accountId(), who.caller());
        accounts.proven(who.accountId(), proven);
    }

    /** @param signOutOthers the user's own choice; only heeded where the realm asks them */
    public void updated(SignedInUser who, boolean signOutOthers) {
        epochs.begin(who.accountId());
        notifyOwner(who.accountId());
        endOtherSessions(who, signOutOthers);
    }

    // The session that the change was made in goes on.
    private void endOtherSessions(SignedInUser who, boolean signOutOthers) {
        Optional<String> keep = Optional.of(who.sessionId());
        switch (settings.get(RecoveryOptions.SIGN_OUT_AFTER_UPDATE)) {
            case OTHERS -> sessions.end(who.accountId(), keep, true);
            case OTHERS_BUT_OFFLINE -> sessions.end(who.accountId(), keep, false);
            case NONE -> {}
            case ASK -> {
                if (signOutOthers) {
                    sessions.end(who.accountId(), keep, true);
                }
            }
        }
    }

    // As a sign-in does: the next typing error is the first. A lockout that stands already is not ended.
    private void forgetFailedSignIns(String accountId, Caller caller) {
        if (!lockout.isLocked(accountId)) {
            lockout.passwordWasRight(accountId, caller);
        }
    }

    // On every registered channel, if the realm says so. A change is never refused because nobody can be told of it.
    private void notifyOwner(String accountId) {
        if (settings.get(RecoveryOptions.NOTIFY_ON_CHANGE)) {
            notices.noticesFor(accountId).forEach(courier::tell);
        }
    }
}
