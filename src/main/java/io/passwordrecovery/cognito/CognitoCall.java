// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.cognito;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import jakarta.ws.rs.core.HttpHeaders;

import org.keycloak.models.KeycloakSession;
import org.keycloak.storage.ReadOnlyException;

import io.passwordrecovery.account.Identifier;
import io.passwordrecovery.code.ResetCode;
import io.passwordrecovery.delivery.DeliveryMedium;
import io.passwordrecovery.keycloak.PasswordRecoveryProvider;
import io.passwordrecovery.keycloak.callers.AccessTokenCheck;
import io.passwordrecovery.limits.Caller;
import io.passwordrecovery.password.Password;
import io.passwordrecovery.password.PasswordChange;
import io.passwordrecovery.password.PasswordChange.SignedInUser;
import io.passwordrecovery.recovery.Confirmation;
import io.passwordrecovery.recovery.ResetRequest;
import io.passwordrecovery.verification.OwnAddress;
import io.passwordrecovery.web.IdempotentCalls;

/** Hands an operation to the core: the same calls that the other doors make. */
final class CognitoCall {
    private final KeycloakSession session;
    private final PasswordRecoveryProvider provider;
    private final HttpHeaders headers;
    private final CognitoOutcomes outcomes;
    private final Consumer<String> admitPagesOf;

    /** @param admitPagesOf told the client's id, refuses pages that are none of its */
    CognitoCall(
            KeycloakSession session,
            PasswordRecoveryProvider provider,
            HttpHeaders headers,
            Consumer<String> admitPagesOf) {
        this.session = session;
        this.provider = provider;
        this.headers = headers;
        this.outcomes = new CognitoOutcomes(provider.texts());
        this.admitPagesOf = admitPagesOf;
    }

    /** @throws CognitoRefusal where there is nothing to hand over */
    CognitoAnswer answer(CognitoAction action, CognitoBody body) {
        Operation operation = switch (action) {
            case ForgotPassword -> forgotPassword(body);
            case ConfirmForgotPassword -> confirmForgotPassword(body);
            case ChangePassword -> changePassword(body);
            case AdminResetUserPassword -> admin().adminResetUserPassword(body);
            case AdminSetUserPassword -> admin().adminSetUserPassword(body);
            case GetUserAttributeVerificationCode -> sendCode(body);
            case VerifyUserAttribute -> verify(body);
        };
        String invocation = headers.getHeaderString("amz-sdk-invocation-id");
        if (invocation == null || invocation.isBlank()) {
            return operation.work().get();
        }
        // The libraries give one id to a call and all its retries; each is done once.
        IdempotentCalls.Call call = new IdempotentCalls.Call(
                operation.caller(), invocation, action + body.object().toString());
        return provider.idempotentCalls()
                .once(
                        call,
                        () -> operation.work().get().notes(),
                        answer -> CognitoAnswer.of(answer).isFinal())
                .map(CognitoAnswer::of)
                .orElseGet(() -> CognitoError.TooManyRequestsException.because("This call is still under way."));
    }

    private CognitoAdminCall admin() {
        return new CognitoAdminCall(session, provider, outcomes, admitPagesOf);
    }

    private Operation forgotPassword(CognitoBody body) {
        Caller caller = caller(body);
        ResetRequest request = new ResetRequest(name(body), caller, Optional.empty());
        return new Operation(
                anonymous(caller), () -> outcomes.of(provider.recovery().request(request)));
    }

    private Operation confirmForgotPassword(CognitoBody body) {
        Identifier name = name(body);
        ResetCode code = body.value("ConfirmationCode", CognitoBody.CODE_LENGTH, ResetCode::typed);
        Password password = body.value("Password", Password.MAX_LENGTH, Password::wanted);
        Caller caller = caller(body);
        Confirmation confirmation = new Confirmation(name, code, password, caller);
        return new Operation(
                anonymous(caller), () -> outcomes.of(provider.recovery().confirm(confirmation)));
    }

    private Operation changePassword(CognitoBody body) {
        String token = body.text("AccessToken", Integer.MAX_VALUE);
        // Keycloak itself may have set one that is longer than Cognito's are.
        Password current = body.value("PreviousPassword", Integer.MAX_VALUE, Password::new);
        Password wanted = body.value("ProposedPassword", Password.MAX_LENGTH, Password::wanted);
        SignedInUser user = signedIn(token).user();
        PasswordChange change = PasswordChange.withCurrent(user, current, wanted, Optional.empty());
        return new Operation(
                user.accountId(), () -> outcomes.of(provider.update().update(change)));
    }

    private Operation sendCode(CognitoBody body) {
        body.checkMetadata();
        OwnAddress own = own(body);
        return new Operation(
                own.accountId(),
                () -> writing(() -> outcomes.of(provider.addressVerification().send(own))));
    }

    private Operation verify(CognitoBody body) {
        ResetCode code = body.value("Code", CognitoBody.CODE_LENGTH, ResetCode::typed);
        OwnAddress own = own(body);
        return new Operation(
                own.accountId(),
                () -> writing(() -> outcomes.of(provider.addressVerification().prove(own, code))));
    }

    private OwnAddress own(CognitoBody body) {
        String token = body.text("AccessToken", Integer.MAX_VALUE);
        DeliveryMedium medium = DeliveryMedium.ofAttribute(body.text("AttributeName", CognitoBody.ATTRIBUTE_LENGTH))
                .filter(one -> one == DeliveryMedium.EMAIL || provider.sendsTextMessages())
                .orElseThrow(CognitoOutcomes::noSuchAttribute);
        AccessTokenCheck.Result.Accepted who = signedIn(token);
        return OwnAddress.of(who.user(), medium, who.signedInAt());
    }

    private AccessTokenCheck.Result.Accepted signedIn(String token) {
        AccessTokenCheck.Result check = provider.accessTokens().check(token);
        if (check instanceof AccessTokenCheck.Result.Accepted accepted) {
            admitPagesOf.accept(accepted.user().caller().clientId());
            return accepted;
        }
        throw outcomes.refusedToken(check);
    }

    // Where a user federation lets nobody write the record.
    private static CognitoAnswer writing(Supplier<CognitoAnswer> work) {
        try {
            return work.get();
        } catch (ReadOnlyException e) {
            return CognitoError.InvalidParameterException.because("The attribute of this user cannot be changed.");
        }
    }

    // Of somebody who has not signed in no more is known.
    private static String anonymous(Caller caller) {
        return caller.clientId() + " " + caller.network();
    }

    private static Identifier name(CognitoBody body) {
        body.checkMetadata();
        return body.value("Username", CognitoBody.NAME_LENGTH, Identifier::new);
    }

    private Caller caller(CognitoBody body) {
        String ipAddress = session.getContext().getConnection().getRemoteAddr();
        return new CognitoClient(provider.clients(), admitPagesOf).caller(body, ipAddress);
    }

    /** @param caller who alone gets the answer again */
    record Operation(String caller, Supplier<CognitoAnswer> work) {}
}
