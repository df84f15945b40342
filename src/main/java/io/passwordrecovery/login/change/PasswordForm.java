// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.login.change;

import java.util.Optional;
import jakarta.ws.rs.core.MultivaluedMap;

import org.keycloak.models.utils.FormMessage;
import org.keycloak.services.messages.Messages;

import io.passwordrecovery.password.Password;

/** The fields of a submitted password page. */
public final class PasswordForm {
    /** Longer ones serve only to keep the server's hash busy. */
    static final int MAX_LENGTH = 256;

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
        if (asksCurrent && !isAcceptable(field(ChangePasswordForm.CURRENT))) {
            return Optional.of(notAccepted(ChangePasswordForm.CURRENT));
        }
        if (wanted.isBlank()) {
            return Optional.of(new FormMessage(ChangePasswordForm.NEW, Messages.MISSING_PASSWORD));
        }
        if (!isAcceptable(wanted)) {
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
        return new Password(field(ChangePasswordForm.NEW));
    }

    boolean signsOutOthers() {
        return "on".equals(field(ChangePasswordForm.SIGN_OUT_OTHERS));
    }

    private String field(String name) {
        String value = fields.getFirst(name);
        return value == null ? "" : value;
    }

    private static boolean isAcceptable(String password) {
        return password.length() <= MAX_LENGTH && password.codePoints().noneMatch(Character::isISOControl);
    }

    private static FormMessage notAccepted(String field) {
        return new FormMessage(field, ChangePasswordForm.NOT_ACCEPTED, Integer.toString(MAX_LENGTH));
    }
}
