// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.testkit.realm;

import java.util.Map;

import org.keycloak.admin.client.resource.AuthenticationManagementResource;
import org.keycloak.representations.idm.AuthenticationExecutionInfoRepresentation;
import org.keycloak.representations.idm.AuthenticationFlowRepresentation;

/** A realm's flow for forgotten passwords as the manual describes it: choose user, then reset code. */
record ResetFlow(AuthenticationManagementResource flows) {
    static final String ALIAS = "reset by code";

    void install(String... furtherSteps) {
        AuthenticationFlowRepresentation flow = new AuthenticationFlowRepresentation();
        flow.setAlias(ALIAS);
        flow.setProviderId("basic-flow");
        flow.setTopLevel(true);
        flow.setBuiltIn(false);
        flows.createFlow(flow).close();
        add("reset-credentials-choose-user");
        add("reset-credential-code");
        for (String step : furtherSteps) {
            add(step);
        }
        for (AuthenticationExecutionInfoRepresentation step : flows.getExecutions(ALIAS)) {
            step.setRequirement("REQUIRED");
            flows.updateExecutions(ALIAS, step);
        }
    }

    private void add(String provider) {
        flows.addExecution(ALIAS, Map.of("provider", provider));
    }
}
