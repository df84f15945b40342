// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.login.change;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.keycloak.Config;
import org.keycloak.authentication.RequiredActionFactory;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionConfigModel;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.userprofile.ValidationException;
import org.keycloak.validate.ValidationError;

import io.passwordrecovery.settings.PhoneOptions;
import io.passwordrecovery.settings.RecoveryActions;
import io.passwordrecovery.settings.RecoverySettings;
import io.passwordrecovery.sms.SmsGateways;

/** The realm's switch, the home of its settings, and the page for a signed-in user. */
public final class ChangePasswordActionFactory implements RequiredActionFactory {
    private @Nullable SmsGateways gateways;

    @Override
    public String getId() {
        return RecoveryActions.CHANGE_PASSWORD;
    }

    /** An admin's mail that asks for it is good once: the default before 26.6 was {@code false}. */
    @Override
    public boolean isOneTimeAction() {
        return true;
    }

    @Override
    public String getDisplayText() {
        return "Change password";
    }

    @Override
    public RequiredActionProvider create(KeycloakSession session) {
        return new ChangePasswordAction();
    }

    /** The console's form: Keycloak's own property and one for each setting. */
    @Override
    public List<ProviderConfigProperty> getConfigMetadata() {
        List<ProviderConfigProperty> properties = new ArrayList<>(MAX_AUTH_AGE_CONFIG_PROPERTIES);
        properties.addAll(SettingsForm.properties(gateways == null ? "" : gateways.summary()));
        return List.copyOf(properties);
    }

    /** Called on save; each problem is told with the setting's name and the accepted form. */
    @Override
    public void validateConfig(KeycloakSession session, RealmModel realm, RequiredActionConfigModel model) {
        RequiredActionFactory.super.validateConfig(session, realm, model);
        Map<String, String> stored = model.getConfig() == null ? Map.of() : new HashMap<>(model.getConfig());
        ValidationException.ValidationExceptionBuilder errors = new ValidationException.ValidationExceptionBuilder();
        RecoverySettings.of(stored)
                .problems()
                .forEach(problem -> errors.accept(
                        new ValidationError(RecoveryActions.CHANGE_PASSWORD, problem.key(), problem.getMessage())));
        RecoverySettings.of(stored)
                .get(PhoneOptions.SMS_GATEWAY)
                .map(new SmsGateways(session.getKeycloakSessionFactory())::problems)
                .orElse(List.of())
                .forEach(problem -> errors.accept(
                        new ValidationError(RecoveryActions.CHANGE_PASSWORD, PhoneOptions.SMS_GATEWAY.key(), problem)));
        if (errors.hasError()) {
            throw errors.build();
        }
    }

    @Override
    public void init(Config.Scope config) {
        // no server options
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        gateways = new SmsGateways(factory);
    }

    @Override
    public void close() {
        // nothing is held
    }
}
