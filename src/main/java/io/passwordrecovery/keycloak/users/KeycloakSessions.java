// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.users;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.services.managers.AuthenticationManager;

import io.passwordrecovery.password.Sessions;
import io.passwordrecovery.settings.RecoveryActions;

/** Ends user sessions the way Keycloak's own password page does (AuthenticatorUtil.logoutOtherSessions, 26.7). */
public final class KeycloakSessions implements Sessions {
    private final KeycloakSession session;
    private final RealmModel realm;

    public KeycloakSessions(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    @Override
    public void end(String accountId, Optional<String> keep, boolean offlineToo) {
        UserModel user = Objects.requireNonNull(session.users().getUserById(realm, accountId), "the account is gone");
        Stream<UserSessionModel> offline =
                offlineToo ? session.sessions().getOfflineUserSessionsStream(realm, user) : Stream.empty();
        // Listed first: ending a session changes the stream that it comes from.
        List<UserSessionModel> ending = Stream.concat(session.sessions().getUserSessionsStream(realm, user), offline)
                .filter(userSession -> !keep.equals(Optional.of(userSession.getId())))
                .toList();
        ending.forEach(userSession -> end(user, userSession));
    }

    private void end(UserModel user, UserSessionModel userSession) {
        AuthenticationManager.backchannelLogout(session, userSession, true);
        new EventBuilder(realm, session, session.getContext().getConnection())
                .event(EventType.LOGOUT)
                .user(user)
                .session(userSession)
                .detail(Details.LOGOUT_TRIGGERED_BY_REQUIRED_ACTION, RecoveryActions.CHANGE_PASSWORD)
                .success();
    }
}
