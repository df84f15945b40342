// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.login.change;

import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.models.Constants;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;

import io.passwordrecovery.keycloak.PasswordRecoveryProvider;

/** Whether a user can change the password at all: nobody is kept from signing in by what they cannot do. */
final class Feasibility {
    private final RequiredActionContext context;
    private final String action;
    private final PasswordRecoveryProvider provider;

    /** @param action the one that is about to be shown */
    Feasibility(RequiredActionContext context, String action) {
        this.context = context;
        this.action = action;
        this.provider = context.getSession().getProvider(PasswordRecoveryProvider.class);
    }

    /** Whoever has neither a password nor an address for a code could prove nothing. */
    boolean isProvable() {
        UserModel user = context.getUser();
        return user.credentialManager().isConfiguredFor(PasswordCredentialModel.TYPE)
                || provider.recovery().reaches(user.getId());
    }

    boolean isWritable() {
        return provider.isPasswordWritable(context.getUser().getId());
    }

    /** Whom an application has sent can cancel, and is told why it cannot be done. */
    boolean isStartedByApplication() {
        return action.equals(context.getAuthenticationSession().getClientNote(Constants.KC_ACTION));
    }

    boolean isWorthShowing() {
        return isStartedByApplication() || (isWritable() && isProvable());
    }
}
