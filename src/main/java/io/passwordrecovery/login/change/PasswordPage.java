// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.login.change;

import java.util.List;
import java.util.Map;
import jakarta.ws.rs.core.Response;

import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.forms.login.freemarker.model.PasswordPoliciesBean;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.FormMessage;

import io.passwordrecovery.login.code.PageMessage;
import io.passwordrecovery.password.PolicyViolation;

/**
 * The page on which a new password is entered.
 *
 * @param asksCurrent whether the current password is asked for too
 * @param asksSignOut whether other sessions may go on
 * @param offersCode in place of the current password
 */
public record PasswordPage(
        RealmModel realm, UserModel user, boolean asksCurrent, boolean asksSignOut, boolean offersCode) {
    /** For somebody who is not signed in, and has proven themselves with a code. */
    public static PasswordPage afterACode(RealmModel realm, UserModel user) {
        return new PasswordPage(realm, user, false, false, false);
    }

    public Response render(LoginFormsProvider form, PageMessage message) {
        return render(form, message, List.of());
    }

    /** The page after the policy has refused a password. */
    public Response refused(LoginFormsProvider form, List<PolicyViolation> violations) {
        List<FormMessage> rules = violations.stream()
                .map(violation -> new FormMessage(
                        ChangePasswordForm.NEW,
                        violation.key(),
                        violation.parameters().toArray()))
                .toList();
        return render(form, PageMessage.bad(rules.toArray(FormMessage[]::new)), rules);
    }

    private Response render(LoginFormsProvider form, PageMessage message, List<FormMessage> brokenRules) {
        message.addTo(form);
        return form.setAttribute("username", user.getUsername())
                .setAttribute("passwordPolicies", new PasswordPoliciesBean(realm.getPasswordPolicy()))
                .setAttribute(ChangePasswordForm.BROKEN_RULES, brokenRules)
                .setAttribute(
                        ChangePasswordForm.VIEW,
                        Map.of("asksCurrent", asksCurrent, "asksSignOut", asksSignOut, "offersCode", offersCode))
                .createForm(ChangePasswordForm.TEMPLATE);
    }
}
