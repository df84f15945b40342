// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.login;

import java.util.List;
import java.util.Optional;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import org.keycloak.authentication.InitiatedActionSupport;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.services.messages.Messages;

import io.passwordrecovery.keycloak.PasswordRecoveryProvider;
import io.passwordrecovery.limits.Origin;
import io.passwordrecovery.password.CurrentPassword;
import io.passwordrecovery.password.NewPassword;
import io.passwordrecovery.password.PasswordChange;
import io.passwordrecovery.password.PasswordChange.SignedInUser;
import io.passwordrecovery.password.UpdateOutcome;
import io.passwordrecovery.settings.RecoveryOptions;
import io.passwordrecovery.settings.SignOutAfterUpdate;

/** The page on which a signed-in user changes the password: current, new, confirm. */
final class ChangePasswordAction implements RequiredActionProvider {
    private final PasswordRecoveryProvider provider;

    ChangePasswordAction(KeycloakSession session) {
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

    @Override
    public void requiredActionChallenge(RequiredActionContext context) {
        context.challenge(page(context, List.of()));
    }

    @Override
    public void processAction(RequiredActionContext context) {
        MultivaluedMap<String, String> form = context.getHttpRequest().getDecodedFormParameters();
        List<FormMessage> complaints = complaints(form);
        if (!complaints.isEmpty()) {
            context.challenge(page(context, complaints));
            return;
        }
        UpdateOutcome outcome = provider.update().update(change(context, form), provider.updateEvents());
        if (outcome instanceof UpdateOutcome.Refused refused) {
            context.challenge(page(context, messages(refused)));
        } else {
            context.success();
        }
    }

    private PasswordChange change(RequiredActionContext context, MultivaluedMap<String, String> form) {
        // The user session that comes of an authentication session has the id of its parent.
        String sessionId = context.getAuthenticationSession().getParentSession().getId();
        Origin origin = new Origin(
                context.getAuthenticationSession().getClient().getClientId(),
                context.getConnection().getRemoteAddr());
        return new PasswordChange(
                new SignedInUser(context.getUser().getId(), sessionId, origin),
                new CurrentPassword(form.getFirst(ChangePasswordForm.CURRENT)),
                new NewPassword(form.getFirst(ChangePasswordForm.NEW)),
                Optional.of("on".equals(form.getFirst(ChangePasswordForm.SIGN_OUT_OTHERS))));
    }

    private static List<FormMessage> complaints(MultivaluedMap<String, String> form) {
        String current = form.getFirst(ChangePasswordForm.CURRENT);
        String wanted = form.getFirst(ChangePasswordForm.NEW);
        if (current == null || current.isEmpty()) {
            return List.of(new FormMessage(ChangePasswordForm.CURRENT, ChangePasswordForm.CURRENT_MISSING));
        }
        if (wanted == null || wanted.isBlank()) {
            return List.of(new FormMessage(ChangePasswordForm.NEW, Messages.MISSING_PASSWORD));
        }
        if (hasControls(current) || hasControls(wanted)) {
            return List.of(new FormMessage(ChangePasswordForm.NEW, ChangePasswordForm.NOT_ACCEPTED));
        }
        return wanted.equals(form.getFirst(ChangePasswordForm.CONFIRM))
                ? List.of()
                : List.of(new FormMessage(ChangePasswordForm.CONFIRM, Messages.NOTMATCH_PASSWORD));
    }

    private static boolean hasControls(String text) {
        return text.codePoints().anyMatch(Character::isISOControl);
    }

    private static List<FormMessage> messages(UpdateOutcome.Refused refused) {
        return switch (refused.reason()) {
            case WRONG_PASSWORD, LOCKED ->
                List.of(new FormMessage(ChangePasswordForm.CURRENT, ChangePasswordForm.WRONG_CURRENT));
            case TOO_MANY_FAILURES -> List.of(new FormMessage(ChangePasswordForm.CURRENT, ChangePasswordForm.TOO_MANY));
            case BUSY -> List.of(new FormMessage(ChangePasswordForm.NEW, ChangePasswordForm.BUSY));
            case PASSWORD_REJECTED ->
                refused.violations().stream()
                        .map(violation -> new FormMessage(
                                ChangePasswordForm.NEW,
                                violation.key(),
                                violation.parameters().toArray()))
                        .toList();
        };
    }

    private Response page(RequiredActionContext context, List<FormMessage> messages) {
        LoginFormsProvider form = context.form();
        messages.forEach(form::addError);
        boolean asks = provider.settings().get(RecoveryOptions.SIGN_OUT_AFTER_UPDATE) == SignOutAfterUpdate.ASK;
        return form.setAttribute("username", context.getUser().getUsername())
                .setAttribute(ChangePasswordForm.ASKS_SIGN_OUT, asks)
                .createForm(ChangePasswordForm.TEMPLATE);
    }

    @Override
    public void close() {
        // nothing is held
    }
}
