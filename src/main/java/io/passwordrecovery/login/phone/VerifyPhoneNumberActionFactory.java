// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.login.phone;

import org.keycloak.Config;
import org.keycloak.authentication.RequiredActionFactory;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

import io.passwordrecovery.settings.RecoveryActions;

/** The required action "Verify phone number"; its settings are those of "Change password". */
public final class VerifyPhoneNumberActionFactory implements RequiredActionFactory {
    @Override
    public String getId() {
        return RecoveryActions.VERIFY_PHONE_NUMBER;
    }

    /** An admin's mail that asks for it is good once: the default before 26.6 was {@code false}. */
    @Override
    public boolean isOneTimeAction() {
        return true;
    }

    @Override
    public String getDisplayText() {
        return "Verify phone number";
    }

    @Override
    public RequiredActionProvider create(KeycloakSession session) {
        return new VerifyPhoneNumberAction(session);
    }

    @Override
    public void init(Config.Scope config) {
        // no server options
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        // nothing to prepare
    }

    @Override
    public void close() {
        // nothing is held
    }
}
