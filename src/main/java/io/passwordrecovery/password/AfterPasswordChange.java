// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.password;

import java.util.Optional;

import io.passwordrecovery.delivery.Courier;
import io.passwordrecovery.password.PasswordChange.SignedInUser;
import io.passwordrecovery.settings.RecoveryOptions;
import io.passwordrecovery.settings.RecoverySettings;
import io.passwordrecovery.settings.SignOutAfterReset;
import io.passwordrecovery.settings.SignOutAfterUpdate;

/** What follows a changed password, however it was changed: sessions end, the owner is told. */
public final class AfterPasswordChange {
    private final Sessions sessions;
    private final ChangeNotices notices;
    private final Courier courier;
    private final RecoverySettings settings;

    public AfterPasswordChange(Sessions sessions, ChangeNotices notices, Courier courier, RecoverySettings settings) {
        this.sessions = sessions;
        this.notices = notices;
        this.courier = courier;
        this.settings = settings;
    }

    /** Holds the notice's place before anything is changed: a change that nobody could be told of is refused. */
    public Optional<Courier.Place> reserveNotice() {
        return courier.reserve();
    }

    /** After a reset no session is known to be the owner's. */
    public void endSessions(String accountId, SignOutAfterReset setting) {
        switch (setting) {
            case ALL -> sessions.end(accountId, Optional.empty(), true);
            case ALL_BUT_OFFLINE -> sessions.end(accountId, Optional.empty(), false);
            case NONE -> {}
        }
    }

    /** After an update the session that it was made in goes on. */
    public void endOtherSessions(SignedInUser who, SignOutAfterUpdate setting, boolean asked) {
        Optional<String> keep = Optional.of(who.sessionId());
        switch (setting) {
            case OTHERS -> sessions.end(who.accountId(), keep, true);
            case OTHERS_BUT_OFFLINE -> sessions.end(who.accountId(), keep, false);
            case NONE -> {}
            case ASK -> {
                if (asked) {
                    sessions.end(who.accountId(), keep, true);
                }
            }
        }
    }

    /** Tells the owner on every registered channel, if the realm says so. */
    public void notifyOwner(String accountId, Courier.Place place) {
        if (settings.get(RecoveryOptions.NOTIFY_ON_CHANGE)) {
            place.send(notices.noticeFor(accountId));
        }
    }
}
