// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.rest;

import java.io.InputStream;
import java.util.function.Supplier;
import jakarta.ws.rs.core.Response;

import org.keycloak.storage.ReadOnlyException;

import io.passwordrecovery.code.ResetCode;
import io.passwordrecovery.delivery.DeliveryMedium;
import io.passwordrecovery.keycloak.PasswordRecoveryProvider;
import io.passwordrecovery.keycloak.callers.AccessTokenCheck;
import io.passwordrecovery.observation.Call.Operation;
import io.passwordrecovery.verification.AddressVerification;
import io.passwordrecovery.verification.OwnAddress;

/** A signed-in user proves the registered email address or phone number: {@code …/verify}. */
final class VerificationCalls {
    private final PasswordRecoveryProvider provider;
    private final RestCall call;
    private final Answers answers;

    VerificationCalls(PasswordRecoveryProvider provider, RestCall call, Answers answers) {
        this.provider = provider;
        this.call = call;
        this.answers = answers;
    }

    Response send(InputStream body) {
        return call.answer(Operation.VERIFY, () -> {
            AccessTokenCheck.Result.Accepted who = call.signedIn();
            OwnAddress own = own(who, RecoveryJson.attribute(call.body(body)));
            AddressVerification verification = provider.addressVerification();
            return writing(() -> answers.to(verification.send(own), verification.maxAuthAge()));
        });
    }

    Response confirm(InputStream body) {
        return call.answer(Operation.CONFIRM_VERIFY, () -> {
            AccessTokenCheck.Result.Accepted who = call.signedIn();
            RequestBody json = call.body(body);
            OwnAddress own = own(who, RecoveryJson.attribute(json));
            ResetCode code = ResetCode.typed(json.text("confirmationCode"));
            return writing(() -> answers.to(provider.addressVerification().prove(own, code)));
        });
    }

    private OwnAddress own(AccessTokenCheck.Result.Accepted who, DeliveryMedium medium) {
        if (medium == DeliveryMedium.SMS && !provider.sendsTextMessages()) {
            throw Problem.noTextMessages();
        }
        return OwnAddress.of(who.user(), medium, who.signedInAt());
    }

    // Where a user federation lets nobody write the record.
    private static Response writing(Supplier<Response> work) {
        try {
            return work.get();
        } catch (ReadOnlyException e) {
            throw Problem.readOnlyUser();
        }
    }
}
