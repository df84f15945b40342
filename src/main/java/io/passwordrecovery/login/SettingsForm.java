// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.login;

import java.util.List;

import org.keycloak.provider.ProviderConfigProperty;

import io.passwordrecovery.settings.Option;
import io.passwordrecovery.settings.RecoveryOptions;

/** The settings as fields of the console's form. */
final class SettingsForm {
    private SettingsForm() {}

    static List<ProviderConfigProperty> properties() {
        return RecoveryOptions.ALL.stream().map(SettingsForm::property).toList();
    }

    private static ProviderConfigProperty property(Option<?> option) {
        ProviderConfigProperty property = new ProviderConfigProperty();
        property.setName(option.key());
        property.setLabel(option.label());
        property.setHelpText(option.help() + " Accepted: " + option.format().accepted() + ".");
        property.setType(type(option));
        property.setDefaultValue(option.defaultText());
        if (!option.choices().isEmpty()) {
            property.setOptions(option.choices());
        }
        return property;
    }

    private static String type(Option<?> option) {
        if (option.format().isBoolean()) {
            return ProviderConfigProperty.BOOLEAN_TYPE;
        }
        return option.choices().isEmpty() ? ProviderConfigProperty.STRING_TYPE : ProviderConfigProperty.LIST_TYPE;
    }
}
