// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.login.course;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.keycloak.authentication.RequiredActionContext.KcActionStatus;
import org.keycloak.models.Constants;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserModel.RequiredAction;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.sessions.AuthenticationSessionModel;

import io.passwordrecovery.settings.RecoveryActions;

/** What a user has to do, or an application wants them to do, before they get on. */
record PendingActions(RealmModel realm, UserModel user, AuthenticationSessionModel login) {
    private static final List<String> NEW_PASSWORD =
            List.of(RequiredAction.UPDATE_PASSWORD.name(), RecoveryActions.CHANGE_PASSWORD);

    /** One new password satisfies everything that asks for one, and a code what asks for a proof of the address. */
    void newPasswordIsSet() {
        NEW_PASSWORD.forEach(this::isDone);
        if (user.isEmailVerified()) {
            isDone(RequiredAction.VERIFY_EMAIL.name());
        }
    }

    private void isDone(String action) {
        user.removeRequiredAction(action);
        login.removeRequiredAction(action);
        // For the application, if it was the one that wanted it.
        AuthenticationManager.setKcActionStatus(action, KcActionStatus.SUCCESS, login);
    }

    /** Whether any is left that Keycloak would show (AuthenticationManager.getApplicableRequiredActionsSorted, 26.7). */
    boolean isAny() {
        Stream<String> ofLogin = Stream.concat(
                login.getRequiredActions().stream(), Stream.ofNullable(login.getClientNote(Constants.KC_ACTION)));
        return Stream.concat(user.getRequiredActionsStream(), ofLogin)
                .flatMap(alias -> Optional.ofNullable(realm.getRequiredActionProviderByAlias(alias)).stream())
                .anyMatch(RequiredActionProviderModel::isEnabled);
    }
}
