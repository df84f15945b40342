// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.realm;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jboss.logging.Logger;
import org.keycloak.models.Constants;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionConfigModel;
import org.keycloak.models.RequiredActionProviderModel;

import io.passwordrecovery.settings.RecoveryActions;
import io.passwordrecovery.settings.RecoverySettings;

/** Reads a realm's switch and settings: both are the required action's. */
public final class RealmSettings {
    private static final Logger LOG = Logger.getLogger(RealmSettings.class);

    /** What was logged last, by realm id. */
    private static final Map<String, List<String>> SAID = new ConcurrentHashMap<>();

    private RealmSettings() {}

    public static boolean isSwitchedOn(RealmModel realm) {
        RequiredActionProviderModel action = realm.getRequiredActionProviderByAlias(RecoveryActions.CHANGE_PASSWORD);
        return action != null && action.isEnabled();
    }

    /** How long ago users may have signed in who change what recovers their account; Keycloak's own setting. */
    public static Duration maxAuthAge(RealmModel realm) {
        RequiredActionConfigModel config = realm.getRequiredActionConfigByAlias(RecoveryActions.CHANGE_PASSWORD);
        String seconds =
                config == null || config.getConfig() == null ? null : config.getConfigValue(Constants.MAX_AUTH_AGE_KEY);
        return Duration.ofSeconds(
                seconds != null && seconds.matches("[0-9]{1,9}")
                        ? Long.parseLong(seconds)
                        : Constants.KC_ACTION_MAX_AGE);
    }

    public static RecoverySettings read(RealmModel realm) {
        RecoverySettings settings = RecoverySettings.of(stored(realm));
        List<String> problems =
                settings.problems().stream().map(Throwable::getMessage).toList();
        if (isNews(realm.getId(), problems)) {
            problems.forEach(problem -> LOG.warnf(
                    "Realm %s: %s; its default is used. What a file or a tool stores is not checked: see docs/deploy.",
                    realm.getName(), problem));
        }
        return settings;
    }

    /** As they are stored, readable or not. */
    public static Map<String, String> stored(RealmModel realm) {
        RequiredActionConfigModel config = realm.getRequiredActionConfigByAlias(RecoveryActions.CHANGE_PASSWORD);
        return config == null || config.getConfig() == null ? Map.of() : config.getConfig();
    }

    // Settings are read at every request, and strangers make requests.
    private static boolean isNews(String realmId, List<String> problems) {
        List<String> before = problems.isEmpty() ? SAID.remove(realmId) : SAID.put(realmId, problems);
        return !problems.isEmpty() && !problems.equals(before);
    }
}
