// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.cognito;

import java.util.Optional;
import java.util.function.Consumer;

import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserModel.RequiredAction;
import org.keycloak.models.utils.KeycloakModelUtils;

import io.passwordrecovery.cognito.CognitoCall.Operation;
import io.passwordrecovery.keycloak.PasswordRecoveryProvider;
import io.passwordrecovery.limits.Caller;
import io.passwordrecovery.password.Password;
import io.passwordrecovery.password.UpdateOutcome;
import io.passwordrecovery.recovery.SendOutcome;

/**
 * The operations of an application's server that manages users. Cognito has them signed by AWS credentials; here a
 * confidential client proves itself by HTTP Basic, and its service account must have the role {@code manage-users}.
 *
 * <p>A {@code SecretHash} does not do: it is the same for each call, and applications hand it out to browsers.
 */
final class CognitoAdminCall {
    private final KeycloakSession session;
    private final RealmModel realm;
    private final PasswordRecoveryProvider provider;
    private final CognitoOutcomes outcomes;
    private final Consumer<String> admitPagesOf;

    CognitoAdminCall(
            KeycloakSession session,
            PasswordRecoveryProvider provider,
            CognitoOutcomes outcomes,
            Consumer<String> admitPagesOf) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.provider = provider;
        this.outcomes = outcomes;
        this.admitPagesOf = admitPagesOf;
    }

    /** As with Cognito, the user has to choose another password, by the code or at the next sign-in. */
    Operation adminResetUserPassword(CognitoBody body) {
        Caller caller = caller();
        body.checkMetadata();
        UserModel user = user(body);
        return new Operation(identity(caller), () -> {
            SendOutcome outcome = provider.sendResetCode(user.getId(), caller);
            if (outcome instanceof SendOutcome.Sent) {
                user.addRequiredAction(RequiredAction.UPDATE_PASSWORD);
            }
            return outcomes.of(outcome);
        });
    }

    /** A password that is not permanent has to be changed at the next sign-in. */
    Operation adminSetUserPassword(CognitoBody body) {
        Caller caller = caller();
        Password password = body.value("Password", Password.MAX_LENGTH, Password::wanted);
        boolean isPermanent = body.flag("Permanent");
        UserModel user = user(body);
        return new Operation(identity(caller), () -> {
            UpdateOutcome outcome = provider.assignPassword().assign(user.getId(), password, caller);
            if (outcome instanceof UpdateOutcome.Updated && !isPermanent) {
                user.addRequiredAction(RequiredAction.UPDATE_PASSWORD);
            }
            return outcomes.of(outcome);
        });
    }

    private Caller caller() {
        Optional<ClientModel> client = provider.adminClients().find();
        String clientId = client.map(ClientModel::getClientId)
                .orElseThrow(() -> new CognitoRefusal(
                        CognitoError.NotAuthorizedException,
                        "This operation takes HTTP Basic with the id and secret of a confidential client whose service"
                                + " account has the role manage-users; AWS signatures are not checked here."));
        admitPagesOf.accept(clientId);
        return new Caller(clientId, session.getContext().getConnection().getRemoteAddr());
    }

    private UserModel user(CognitoBody body) {
        String name = body.text("Username", CognitoBody.NAME_LENGTH);
        UserModel user = KeycloakModelUtils.findUserByNameOrEmail(session, realm, name);
        if (user == null) {
            throw new CognitoRefusal(CognitoError.UserNotFoundException, "User does not exist.");
        }
        return user;
    }

    private static String identity(Caller caller) {
        return "admin " + caller.clientId();
    }
}
