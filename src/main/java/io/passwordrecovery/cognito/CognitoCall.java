// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.cognito;

import java.util.Optional;
import jakarta.ws.rs.core.HttpHeaders;

import org.keycloak.models.KeycloakSession;

import io.passwordrecovery.account.TypedName;
import io.passwordrecovery.code.ResetCode;
import io.passwordrecovery.keycloak.PasswordRecoveryProvider;
import io.passwordrecovery.keycloak.SignedInUsers.TokenCheck;
import io.passwordrecovery.limits.Origin;
import io.passwordrecovery.password.CurrentPassword;
import io.passwordrecovery.password.NewPassword;
import io.passwordrecovery.password.PasswordChange;
import io.passwordrecovery.recovery.Confirmation;
import io.passwordrecovery.recovery.ResetRequest;

/** Hands an operation to the core: the same calls that the other doors make. */
final class CognitoCall {
    private final KeycloakSession session;
    private final PasswordRecoveryProvider provider;
    private final HttpHeaders headers;
    private final CognitoOutcomes outcomes;

    CognitoCall(KeycloakSession session, PasswordRecoveryProvider provider, HttpHeaders headers) {
        this.session = session;
        this.provider = provider;
        this.headers = headers;
        this.outcomes = new CognitoOutcomes(provider.texts());
    }

    /** The libraries give one id to a call and all its retries; each is done once. */
    CognitoAnswer answer(CognitoAction action, CognitoBody body) {
        String invocation = headers.getHeaderString("amz-sdk-invocation-id");
        if (invocation == null || invocation.isBlank()) {
            return perform(action, body);
        }
        String[] call = {invocation, action.name(), body.object().toString()};
        return provider.retriedCalls()
                .once(call, () -> perform(action, body).notes())
                .map(CognitoAnswer::of)
                .orElseGet(() -> CognitoError.TooManyRequestsException.because("This call is still under way."));
    }

    private CognitoAnswer perform(CognitoAction action, CognitoBody body) {
        try {
            return switch (action) {
                case ForgotPassword -> forgotPassword(body);
                case ConfirmForgotPassword -> confirmForgotPassword(body);
                case ChangePassword -> changePassword(body);
            };
        } catch (CognitoRefusal refusal) {
            return refusal.answer();
        }
    }

    private CognitoAnswer forgotPassword(CognitoBody body) {
        TypedName name = name(body);
        return outcomes.of(provider.recovery().request(new ResetRequest(name, origin(body), Optional.empty())));
    }

    private CognitoAnswer confirmForgotPassword(CognitoBody body) {
        TypedName name = name(body);
        ResetCode code = body.value("ConfirmationCode", CognitoBody.CODE_LENGTH, ResetCode::typed);
        NewPassword password = body.value("Password", CognitoBody.PASSWORD_LENGTH, NewPassword::new);
        return outcomes.of(provider.recovery().confirm(new Confirmation(name, code, password, origin(body))));
    }

    private CognitoAnswer changePassword(CognitoBody body) {
        TokenCheck check = provider.signedInUsers().check(body.text("AccessToken", Integer.MAX_VALUE));
        if (check instanceof TokenCheck.Accepted accepted) {
            PasswordChange change = new PasswordChange(
                    accepted.user(),
                    body.value("PreviousPassword", CognitoBody.PASSWORD_LENGTH, CurrentPassword::new),
                    body.value("ProposedPassword", CognitoBody.PASSWORD_LENGTH, NewPassword::new),
                    Optional.empty());
            return outcomes.of(provider.update().update(change, provider.updateEvents()));
        }
        return outcomes.ofRefusedToken(check);
    }

    private static TypedName name(CognitoBody body) {
        body.checkMetadata();
        return body.value("Username", CognitoBody.NAME_LENGTH, TypedName::new);
    }

    private Origin origin(CognitoBody body) {
        String clientId = new CognitoClient(provider.clients()).authenticated(body);
        return new Origin(clientId, session.getContext().getConnection().getRemoteAddr());
    }
}
