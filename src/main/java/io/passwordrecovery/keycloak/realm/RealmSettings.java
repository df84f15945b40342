// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.realm;

import java.util.Map;

import org.jboss.logging.Logger;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionConfigModel;
import org.keycloak.models.RequiredActionProviderModel;

import io.passwordrecovery.settings.RecoverySettings;

/** Reads a realm's switch and settings: both are the required action's. */
public final class RealmSettings {
    public static final String REQUIRED_ACTION = "CHANGE_PASSWORD";

    private static final Logger LOG = Logger.getLogger(RealmSettings.class);

    private RealmSettings() {}

    public static boolean isSwitchedOn(RealmModel realm) {
        RequiredActionProviderModel action = realm.getRequiredActionProviderByAlias(REQUIRED_ACTION);
        return action != null && action.isEnabled();
    }

    public static RecoverySettings read(RealmModel realm) {
        RequiredActionConfigModel config = realm.getRequiredActionConfigByAlias(REQUIRED_ACTION);
        Map<String, String> stored = config == null || config.getConfig() == null ? Map.of() : config.getConfig();
        RecoverySettings settings = RecoverySettings.of(stored);
        settings.problems()
                .forEach(problem -> LOG.warnf(
                        "Realm %s: %s; its default is used. A realm import does not check settings.",
                        realm.getName(), problem.getMessage()));
        return settings;
    }
}
