// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.login.change;

import java.util.List;

import org.keycloak.provider.ProviderConfigProperty;

import io.passwordrecovery.settings.Option;
import io.passwordrecovery.settings.PhoneOptions;
import io.passwordrecovery.settings.RecoveryOptions;

/** The settings as fields of the console's form. */
final class SettingsForm {
    private SettingsForm() {}

    /** @param gateways what is to be said of the installed gateways */
    static List<ProviderConfigProperty> properties(String gateways) {
        List<ProviderConfigProperty> all =
                RecoveryOptions.ALL.stream().map(SettingsForm::property).toList();
        all.stream()
                .filter(property -> property.getName().equals(PhoneOptions.SMS_GATEWAY.key()))
                .forEach(property -> property.setHelpText((property.getHelpText() + " " + gateways).strip()));
        return all;
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
