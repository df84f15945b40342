// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.login.reset;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.keycloak.Config;
import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.AuthenticatorFactory;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderConfigProperty;

/** Offers "Reset code" to the console's flow editor; its settings are those of the required action. */
public final class ResetCodeAuthenticatorFactory implements AuthenticatorFactory {
    /** In the place of Keycloak's {@code reset-credential-email}. */
    public static final String ID = "reset-credential-code";

    private static final ResetCodeAuthenticator AUTHENTICATOR = new ResetCodeAuthenticator();

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public String getDisplayType() {
        return "Reset code";
    }

    @Override
    public String getHelpText() {
        return "Asks for the user name, sends a one-time code to the user's email address or phone, asks for it, and has a"
                + " new password set. Goes into a reset credentials flow in place of \"Choose User\", \"Send Reset Email\""
                + " and \"Reset Password\".";
    }

    @Override
    public @Nullable String getReferenceCategory() {
        return null;
    }

    @Override
    public Requirement[] getRequirementChoices() {
        return new Requirement[] {Requirement.REQUIRED};
    }

    @Override
    public boolean isConfigurable() {
        return false;
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return List.of();
    }

    @Override
    public boolean isUserSetupAllowed() {
        return false;
    }

    @Override
    public Authenticator create(KeycloakSession session) {
        return AUTHENTICATOR;
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
