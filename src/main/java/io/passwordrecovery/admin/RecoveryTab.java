// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.admin;

import java.util.List;
import java.util.Map;

import org.keycloak.Config;
import org.keycloak.component.ComponentModel;
import org.keycloak.component.ComponentValidationException;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;
import org.keycloak.services.ui.extend.UiTabProvider;
import org.keycloak.services.ui.extend.UiTabProviderFactory;

import io.passwordrecovery.keycloak.PasswordRecoveryProvider;

/**
 * A tab among the realm's settings, in the console of servers whose feature {@code declarative-ui} is on: {@link RealmSetUp} by a
 * switch, and {@link StatusReport} as a text.
 *
 * <p>Such a tab is a form that the console stores as a component and shows again. Nobody is asked what it is to show, so that the
 * text is of the last time that somebody pressed Save.
 */
public final class RecoveryTab implements UiTabProviderFactory<UiTabProvider> {
    /** Also the key of the tab's title, among the admin console's messages. */
    private static final String ID = "password-recovery";

    private static final String RESET_BY_CODE = "resetByCode";
    private static final String FORGOT_PASSWORD = "forgotPassword";
    private static final String PHONE = "phone";
    private static final String STATE = "state";

    /** Of the session, while the text is stored: storing it is no save of an administrator's. */
    private static final String STORING = RecoveryTab.class.getName();

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public String getHelpText() {
        return "Reset forgotten passwords by a code.";
    }

    @Override
    public String getPath() {
        return "/:realm/realm-settings/:tab?";
    }

    @Override
    public Map<String, String> getParams() {
        return Map.of("tab", ID);
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return ProviderConfigurationBuilder.create()
                .property()
                .name(RESET_BY_CODE)
                .label("Reset by code")
                .helpText(
                        "On: enables the required action Change password, and binds a copy of the reset credentials flow that"
                                + " asks for a code. Off: binds the flow of before. Settings: Authentication, Required actions.")
                .type(ProviderConfigProperty.BOOLEAN_TYPE)
                .defaultValue(false)
                .add()
                .property()
                .name(FORGOT_PASSWORD)
                .label("Switch on Forgot password")
                .helpText("With Reset by code: switches on Forgot password, of the tab Login.")
                .type(ProviderConfigProperty.BOOLEAN_TYPE)
                .defaultValue(false)
                .add()
                .property()
                .name(PHONE)
                .label("Add phone numbers")
                .helpText("With Reset by code: adds the attributes for text messages to the user profile.")
                .type(ProviderConfigProperty.BOOLEAN_TYPE)
                .defaultValue(false)
                .add()
                .property()
                .name(STATE)
                .label("State")
                .helpText("How it stood when it was saved last. For the present state, save and open the tab again.")
                .type(ProviderConfigProperty.TEXT_TYPE)
                .add()
                .build();
    }

    // Not in validateConfiguration: Keycloak also calls that for a realm that it imports, whose flows may be still to
    // come.
    @Override
    public void onCreate(KeycloakSession session, RealmModel realm, ComponentModel saved) {
        save(session, saved);
    }

    @Override
    public void onUpdate(KeycloakSession session, RealmModel realm, ComponentModel before, ComponentModel saved) {
        if (session.getAttribute(STORING) == null) {
            save(session, saved);
        }
    }

    private static void save(KeycloakSession session, ComponentModel saved) {
        // Not the realm of the notification: that may be below Keycloak's cache, which would keep the flow of before.
        RealmModel realm = session.getContext().getRealm();
        PasswordRecoveryProvider provider = session.getProvider(PasswordRecoveryProvider.class);
        setUp(session, new RealmSetUp(session, realm, provider), provider.isReady(), saved);
        saved.put(
                STATE,
                new StatusText(new StatusReport(session, realm, provider).status())
                        .asOf(provider.clock().instant()));
        session.setAttribute(STORING, true);
        try {
            realm.updateComponent(saved);
        } finally {
            session.removeAttribute(STORING);
        }
    }

    private static void setUp(KeycloakSession session, RealmSetUp setUp, boolean isReady, ComponentModel saved) {
        if (!saved.get(RESET_BY_CODE, false)) {
            setUp.undo();
        } else if (isReady) {
            setUp.objection().ifPresent(why -> refuse(session, why));
            setUp.setUp(new SetUpWish(saved.get(PHONE, false), saved.get(FORGOT_PASSWORD, false)));
        } else {
            refuse(session, "This server does not let the plugin keep its rules: docs/operating.md.");
        }
    }

    // Keycloak answers it with 400, and would store the component all the same. It takes the message for a pattern.
    private static void refuse(KeycloakSession session, String why) {
        session.getTransactionManager().setRollbackOnly();
        throw new ComponentValidationException("{0}", why);
    }

    @Override
    public void init(Config.Scope config) {
        // no server options
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        // nothing to prepare
    }

    @Override
    public void close() {
        // nothing is held
    }
}
