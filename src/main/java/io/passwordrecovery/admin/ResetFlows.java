// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.admin;

import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.RealmModel;

/** A realm's flows for forgotten passwords, looked at with the flows within them. */
record ResetFlows(RealmModel realm) {
    /** The step "Reset code"; {@code login} knows it by itself. */
    static final String RESET_CODE = "reset-credential-code";

    /** Whether the flow asks for a code: the step is there, and nothing around it is switched off. */
    boolean asksForACode(AuthenticationFlowModel flow) {
        return active(flow).anyMatch(is(RESET_CODE));
    }

    /** The steps of the flow and of those within it that are not disabled, in the order in which they are run. */
    Stream<AuthenticationExecutionModel> active(AuthenticationFlowModel flow) {
        return realm.getAuthenticationExecutionsStream(flow.getId())
                .filter(step -> !step.isDisabled())
                .flatMap(step -> step.isAuthenticatorFlow() ? active(within(step)) : Stream.of(step));
    }

    /** The flow that a step stands for. */
    AuthenticationFlowModel within(AuthenticationExecutionModel step) {
        return Objects.requireNonNull(realm.getAuthenticationFlowById(step.getFlowId()), "a step without its flow");
    }

    static Predicate<AuthenticationExecutionModel> is(String authenticator) {
        return step -> authenticator.equals(step.getAuthenticator());
    }
}
