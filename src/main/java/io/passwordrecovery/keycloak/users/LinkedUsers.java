// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.users;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;

import io.passwordrecovery.settings.RecoverLinkedUsers;
import io.passwordrecovery.settings.RecoveryOptions;
import io.passwordrecovery.settings.RecoverySettings;

/** Those who sign in through an identity provider, and what the realm says of them: {@code recover-linked-users}. */
final class LinkedUsers {
    private final KeycloakSession session;
    private final RealmModel realm;
    private final RecoverLinkedUsers setting;
    private final boolean isAsked;

    LinkedUsers(KeycloakSession session, RealmModel realm, RecoverySettings settings) {
        this.session = session;
        this.realm = realm;
        this.setting = settings.get(RecoveryOptions.RECOVER_LINKED_USERS);
        this.isAsked = setting != RecoverLinkedUsers.ALWAYS
                && session.identityProviders().isIdentityFederationEnabled();
    }

    boolean isRefused(UserModel user) {
        if (!isAsked) {
            return false;
        }
        boolean isLinked = session.users()
                .getFederatedIdentitiesStream(realm, user)
                .findAny()
                .isPresent();
        boolean hasPassword = user.credentialManager().isConfiguredFor(PasswordCredentialModel.TYPE);
        return isLinked && !(hasPassword && setting == RecoverLinkedUsers.WITH_PASSWORD);
    }
}
