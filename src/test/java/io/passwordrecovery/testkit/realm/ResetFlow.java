// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.testkit.realm;

import java.util.List;
import java.util.Map;

import org.keycloak.admin.client.resource.AuthenticationManagementResource;
import org.keycloak.representations.idm.AuthenticationExecutionInfoRepresentation;
import org.keycloak.representations.idm.AuthenticationFlowRepresentation;

/** A realm's flow for forgotten passwords as the manual describes it: the reset code, which asks for the name. */
record ResetFlow(AuthenticationManagementResource flows) {
    static final String ALIAS = "reset by code";

    static final String CODE = "reset-credential-code";

    /** Keycloak's step that asks for the name and looks for the account. */
    static final String CHOOSE_USER = "reset-credentials-choose-user";

    /** @param steps all that it has, each of them required */
    void install(List<String> steps) {
        AuthenticationFlowRepresentation flow = new AuthenticationFlowRepresentation();
        flow.setAlias(ALIAS);
        flow.setProviderId("basic-flow");
        flow.setTopLevel(true);
        flow.setBuiltIn(false);
        flows.createFlow(flow).close();
        steps.forEach(this::add);
        for (AuthenticationExecutionInfoRepresentation step : flows.getExecutions(ALIAS)) {
            step.setRequirement("REQUIRED");
            flows.updateExecutions(ALIAS, step);
        }
    }

    private void add(String provider) {
        flows.addExecution(ALIAS, Map.of("provider", provider));
    }
}
