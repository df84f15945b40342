// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.login.code;

import java.util.List;

import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.utils.FormMessage;

/** What a page says beyond its own texts: at the top, or at a field. */
public record PageMessage(List<FormMessage> messages, boolean isGood) {
    public PageMessage {
        messages = List.copyOf(messages);
    }

    public static PageMessage none() {
        return new PageMessage(List.of(), true);
    }

    static PageMessage good(String key) {
        return new PageMessage(List.of(new FormMessage(null, key)), true);
    }

    public static PageMessage bad(String key) {
        return bad(new FormMessage(null, key));
    }

    public static PageMessage bad(FormMessage... messages) {
        return new PageMessage(List.of(messages), false);
    }

    public void addTo(LoginFormsProvider form) {
        messages.forEach(message -> {
            if (isGood) {
                form.addSuccess(message);
            } else {
                form.addError(message);
            }
        });
    }
}
