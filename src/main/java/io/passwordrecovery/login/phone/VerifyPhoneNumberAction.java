// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.login.phone;

import java.util.Map;
import java.util.Optional;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import org.keycloak.authentication.InitiatedActionSupport;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.storage.ReadOnlyException;

import io.passwordrecovery.code.ResetCode;
import io.passwordrecovery.delivery.DeliveryMedium;
import io.passwordrecovery.delivery.Destination;
import io.passwordrecovery.keycloak.PasswordRecoveryProvider;
import io.passwordrecovery.limits.Caller;
import io.passwordrecovery.login.code.BrowserCaller;
import io.passwordrecovery.login.code.UnavailablePage;
import io.passwordrecovery.observation.Call;
import io.passwordrecovery.observation.Call.Operation;
import io.passwordrecovery.observation.CallOutcome;
import io.passwordrecovery.settings.RecoveryActions;
import io.passwordrecovery.verification.AddressEntryOutcome;
import io.passwordrecovery.verification.AddressEntryOutcome.Refused;
import io.passwordrecovery.verification.AddressEntryOutcome.Sent;
import io.passwordrecovery.verification.AddressProof;
import io.passwordrecovery.verification.AddressProofOutcome;
import io.passwordrecovery.verification.PhoneEntry;

/** First a number is entered, then the code that was sent to it. */
final class VerifyPhoneNumberAction implements RequiredActionProvider {
    /** The number that a code was sent to, in E.164. */
    private static final String NOTE = "password-recovery-phone";

    /** That the user's record takes no number. */
    private static final String READ_ONLY = "password-recovery-phone-read-only";

    private static final int LONGEST_CODE = 64;

    private final PasswordRecoveryProvider provider;

    VerifyPhoneNumberAction(KeycloakSession session) {
        this.provider = session.getProvider(PasswordRecoveryProvider.class);
    }

    @Override
    public InitiatedActionSupport initiatedActionSupport() {
        return InitiatedActionSupport.SUPPORTED;
    }

    @Override
    public void evaluateTriggers(RequiredActionContext context) {
        // set by an admin, or started by an application
    }

    // Opening or refreshing the page never sends. Whom an admin asked for it gets in without while it cannot be done.
    @Override
    public void requiredActionChallenge(RequiredActionContext context) {
        if (isReadOnly(context)) {
            context.ignore();
        } else if (isAvailable() || isStartedByApplication(context)) {
            UnavailablePage.unless(context.getSession(), context::form, () -> show(context, Optional.empty()))
                    .ifPresent(context::challenge);
        } else {
            context.ignore();
        }
    }

    private boolean isAvailable() {
        return provider.isReady() && provider.isSwitchedOn() && provider.sendsTextMessages();
    }

    private static boolean isStartedByApplication(RequiredActionContext context) {
        return RecoveryActions.VERIFY_PHONE_NUMBER.equals(
                context.getAuthenticationSession().getClientNote(Constants.KC_ACTION));
    }

    private static boolean isReadOnly(RequiredActionContext context) {
        return context.getAuthenticationSession().getAuthNote(READ_ONLY) != null;
    }

    /** A user federation may refuse the number. It is told, and whatever the user presses then leads on. */
    @Override
    public void processAction(RequiredActionContext context) {
        UnavailablePage.unless(context.getSession(), context::form, () -> submit(context))
                .ifPresent(context::challenge);
    }

    private void submit(RequiredActionContext context) {
        if (isReadOnly(context)) {
            context.challenge(AuthenticationManager.redirectToRequiredActions(
                    context.getSession(),
                    context.getRealm(),
                    context.getAuthenticationSession(),
                    context.getUriInfo(),
                    RecoveryActions.VERIFY_PHONE_NUMBER));
            return;
        }
        try {
            process(context);
        } catch (ReadOnlyException e) {
            context.getAuthenticationSession().setAuthNote(READ_ONLY, "true");
            show(context, Optional.of(new FormMessage(null, VerifyPhoneNumberForm.UNAVAILABLE)));
        }
    }

    private void process(RequiredActionContext context) {
        MultivaluedMap<String, String> form = context.getHttpRequest().getDecodedFormParameters();
        AuthenticationSessionModel login = context.getAuthenticationSession();
        String button = text(form, VerifyPhoneNumberForm.BUTTON);
        String sentTo = login.getAuthNote(NOTE);
        if (button.equals(VerifyPhoneNumberForm.OTHER)) {
            login.removeAuthNote(NOTE);
            show(context, Optional.empty());
        } else if (sentTo == null) {
            show(context, send(context, text(form, VerifyPhoneNumberForm.NUMBER)));
        } else if (button.equals(VerifyPhoneNumberForm.RESEND)) {
            show(context, send(context, sentTo));
        } else {
            prove(context, sentTo, text(form, VerifyPhoneNumberForm.CODE));
        }
    }

    private Optional<FormMessage> send(RequiredActionContext context, String number) {
        if (!isAvailable()) {
            return Optional.of(new FormMessage(null, VerifyPhoneNumberForm.UNAVAILABLE));
        }
        PhoneEntry entry = new PhoneEntry(context.getUser().getId(), number, caller(context));
        AddressEntryOutcome outcome = provider.calls()
                .observe(
                        Call.page(Operation.VERIFY),
                        () -> provider.addressVerification().enter(entry),
                        CallOutcome::of);
        if (outcome instanceof Sent sent) {
            context.getAuthenticationSession()
                    .setAuthNote(NOTE, sent.destination().address());
            return Optional.empty();
        }
        return Optional.of(VerifyPhoneNumberForm.message((Refused) outcome));
    }

    private void prove(RequiredActionContext context, String number, String code) {
        if (code.isBlank()) {
            show(context, Optional.of(new FormMessage(VerifyPhoneNumberForm.CODE, VerifyPhoneNumberForm.CODE_MISSING)));
            return;
        }
        String digits = code.substring(0, Math.min(code.length(), LONGEST_CODE));
        AddressProof proof =
                new AddressProof(context.getUser().getId(), number, ResetCode.typed(digits), caller(context));
        AddressProofOutcome outcome = provider.calls()
                .observe(
                        Call.page(Operation.CONFIRM_VERIFY),
                        () -> provider.addressVerification().prove(proof),
                        CallOutcome::of);
        if (outcome == AddressProofOutcome.VERIFIED) {
            context.getAuthenticationSession().removeAuthNote(NOTE);
            context.success();
        } else {
            show(context, Optional.of(new FormMessage(VerifyPhoneNumberForm.CODE, VerifyPhoneNumberForm.WRONG_CODE)));
        }
    }

    private static void show(RequiredActionContext context, Optional<FormMessage> message) {
        LoginFormsProvider form = context.form();
        message.ifPresent(form::addError);
        String sentTo = context.getAuthenticationSession().getAuthNote(NOTE);
        String masked = sentTo == null ? "" : new Destination(DeliveryMedium.SMS, sentTo).masked();
        Response page = form.setAttribute(VerifyPhoneNumberForm.VIEW, Map.of("sentTo", masked))
                .createForm(VerifyPhoneNumberForm.TEMPLATE);
        context.challenge(page);
    }

    // A code is good in the browser that asked for it; its page is a step of a login, which no link leads back to.
    private static Caller caller(RequiredActionContext context) {
        return BrowserCaller.withoutLink(context.getSession(), context.getAuthenticationSession());
    }

    private static String text(MultivaluedMap<String, String> form, String field) {
        String value = form.getFirst(field);
        return value == null ? "" : value;
    }

    @Override
    public void close() {
        // nothing is held
    }
}
