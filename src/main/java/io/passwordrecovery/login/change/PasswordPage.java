// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.login.change;

import java.util.List;
import java.util.Map;
import jakarta.ws.rs.core.Response;

import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.forms.login.freemarker.model.PasswordPoliciesBean;
import org.keycloak.models.utils.FormMessage;

import io.passwordrecovery.keycloak.PasswordRecoveryProvider;
import io.passwordrecovery.login.code.PageMessage;
import io.passwordrecovery.login.code.RecoveryNotes;
import io.passwordrecovery.password.PolicyViolation;
import io.passwordrecovery.settings.RecoveryOptions;
import io.passwordrecovery.settings.SignOutAfterUpdate;

/** The page on which a new password is entered. */
final class PasswordPage {
    private final RequiredActionContext context;
    private final PasswordRecoveryProvider provider;
    private final boolean asksCurrent;

    PasswordPage(RequiredActionContext context, PasswordRecoveryProvider provider, boolean asksCurrent) {
        this.context = context;
        this.provider = provider;
        this.asksCurrent = asksCurrent;
    }

    Response render(PageMessage message) {
        return render(message, List.of());
    }

    /** The page after the policy has refused a password. */
    Response refused(List<PolicyViolation> violations) {
        List<FormMessage> rules = violations.stream()
                .map(violation -> new FormMessage(
                        ChangePasswordForm.NEW,
                        violation.key(),
                        violation.parameters().toArray()))
                .toList();
        return render(PageMessage.bad(rules.toArray(FormMessage[]::new)), rules);
    }

    private Response render(PageMessage message, List<FormMessage> brokenRules) {
        LoginFormsProvider form = context.form();
        message.addTo(form);
        String accountId = context.getUser().getId();
        boolean isReset = new RecoveryNotes(context.getAuthenticationSession()).isReset();
        boolean asksSignOut =
                !isReset && provider.settings().get(RecoveryOptions.SIGN_OUT_AFTER_UPDATE) == SignOutAfterUpdate.ASK;
        return form.setAttribute("username", context.getUser().getUsername())
                .setAttribute(
                        "passwordPolicies",
                        new PasswordPoliciesBean(context.getRealm().getPasswordPolicy()))
                .setAttribute(ChangePasswordForm.BROKEN_RULES, brokenRules)
                .setAttribute(
                        ChangePasswordForm.VIEW,
                        Map.of(
                                "asksCurrent", asksCurrent,
                                "asksSignOut", asksSignOut,
                                "offersCode", asksCurrent && provider.recovery().reaches(accountId)))
                .createForm(ChangePasswordForm.TEMPLATE);
    }
}
