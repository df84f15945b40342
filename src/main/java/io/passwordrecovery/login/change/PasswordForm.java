// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.login.change;

import java.util.Optional;
import jakarta.ws.rs.core.MultivaluedMap;

import org.keycloak.models.utils.FormMessage;
import org.keycloak.services.messages.Messages;

import io.passwordrecovery.password.Password;

/** The fields of a submitted password page. */
public final class PasswordForm {
    private final MultivaluedMap<String, String> fields;

    public PasswordForm(MultivaluedMap<String, String> fields) {
        this.fields = fields;
    }

    /** What has to be mended before anything is looked at; empty when nothing. */
    public Optional<FormMessage> complaint(boolean asksCurrent) {
        String wanted = field(ChangePasswordForm.NEW);
        if (asksCurrent && field(ChangePasswordForm.CURRENT).isEmpty()) {
            return Optional.of(new FormMessage(ChangePasswordForm.CURRENT, ChangePasswordForm.CURRENT_MISSING));
        }
        if (asksCurrent && hasControls(field(ChangePasswordForm.CURRENT))) {
            return Optional.of(notAccepted(ChangePasswordForm.CURRENT));
        }
        if (wanted.isBlank()) {
            return Optional.of(new FormMessage(ChangePasswordForm.NEW, Messages.MISSING_PASSWORD));
        }
        if (wanted.length() > Password.MAX_LENGTH || hasControls(wanted)) {
            return Optional.of(notAccepted(ChangePasswordForm.NEW));
        }
        return wanted.equals(field(ChangePasswordForm.CONFIRM))
                ? Optional.empty()
                : Optional.of(new FormMessage(ChangePasswordForm.CONFIRM, Messages.NOTMATCH_PASSWORD));
    }

    Password current() {
        return new Password(field(ChangePasswordForm.CURRENT));
    }

    public Password wanted() {
        return Password.wanted(field(ChangePasswordForm.NEW));
    }

    boolean signsOutOthers() {
        return "on".equals(field(ChangePasswordForm.SIGN_OUT_OTHERS));
    }

    private String field(String name) {
        String value = fields.getFirst(name);
        return value == null ? "" : value;
    }

    private static boolean hasControls(String password) {
        return password.codePoints().anyMatch(Character::isISOControl);
    }

    private static FormMessage notAccepted(String field) {
        return new FormMessage(field, ChangePasswordForm.NOT_ACCEPTED, Integer.toString(Password.MAX_LENGTH));
    }
}
