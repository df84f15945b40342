// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.testkit.realm;

import java.util.Map;
import java.util.function.Consumer;

import org.keycloak.admin.client.resource.AuthenticationManagementResource;
import org.keycloak.representations.idm.RequiredActionConfigRepresentation;
import org.keycloak.representations.idm.RequiredActionProviderRepresentation;
import org.keycloak.representations.idm.RequiredActionProviderSimpleRepresentation;

/** A realm's required action "Change password": the product's switch, and the home of its settings. */
record RealmSwitch(AuthenticationManagementResource flows) {
    static final String CHANGE_PASSWORD = "CHANGE_PASSWORD";

    void install() {
        register(CHANGE_PASSWORD, "Change password");
        // Keycloak wants every user to have a name and an email address; the tests have users without.
        update("VERIFY_PROFILE", verify -> verify.setEnabled(false));
    }

    void register(String providerId, String name) {
        RequiredActionProviderSimpleRepresentation action = new RequiredActionProviderSimpleRepresentation();
        action.setProviderId(providerId);
        action.setName(name);
        flows.registerRequiredAction(action);
        update(providerId, registered -> registered.setEnabled(true));
    }

    void enableAction(String alias) {
        update(alias, action -> action.setEnabled(true));
    }

    void enable(boolean enabled) {
        update(CHANGE_PASSWORD, action -> action.setEnabled(enabled));
    }

    void configure(Map<String, String> settings) {
        RequiredActionConfigRepresentation config = new RequiredActionConfigRepresentation();
        config.setConfig(settings);
        flows.updateRequiredActionConfig(CHANGE_PASSWORD, config);
    }

    private void update(String alias, Consumer<RequiredActionProviderRepresentation> change) {
        RequiredActionProviderRepresentation action = flows.getRequiredAction(alias);
        change.accept(action);
        flows.updateRequiredAction(alias, action);
    }
}
