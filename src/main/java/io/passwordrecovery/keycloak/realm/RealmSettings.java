// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.realm;

import java.util.Map;

import org.jboss.logging.Logger;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionConfigModel;
import org.keycloak.models.RequiredActionProviderModel;

import io.passwordrecovery.settings.RecoveryActions;
import io.passwordrecovery.settings.RecoverySettings;

/** Reads a realm's switch and settings: both are the required action's. */
public final class RealmSettings {
    private static final Logger LOG = Logger.getLogger(RealmSettings.class);

    private RealmSettings() {}

    public static boolean isSwitchedOn(RealmModel realm) {
        RequiredActionProviderModel action = realm.getRequiredActionProviderByAlias(RecoveryActions.CHANGE_PASSWORD);
        return action != null && action.isEnabled();
    }

    public static RecoverySettings read(RealmModel realm) {
        RequiredActionConfigModel config = realm.getRequiredActionConfigByAlias(RecoveryActions.CHANGE_PASSWORD);
        Map<String, String> stored = config == null || config.getConfig() == null ? Map.of() : config.getConfig();
        RecoverySettings settings = RecoverySettings.of(stored);
        settings.problems()
                .forEach(problem -> LOG.warnf(
                        "Realm %s: %s; its default is used. A realm import does not check settings.",
                        realm.getName(), problem.getMessage()));
        return settings;
    }
}
