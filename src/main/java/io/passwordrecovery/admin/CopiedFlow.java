// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.admin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.authenticators.conditional.ConditionalAuthenticatorFactory;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.AuthenticatorConfigModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.AuthenticationManagementResource;

/**
 * A copy of a flow for forgotten passwords in which "Reset code" takes the place of the mail and of the choice of the user
 * right before it, as docs/pages.md has it done by hand. Every other step stays where it is, with its requirement and its configuration.
 */
final class CopiedFlow {
    private static final String MAIL = "reset-credential-email";
    private static final String CHOOSE_USER = "reset-credentials-choose-user";

    // "Reset code" asks for the password itself; resetting the OTP would let who reads the mail replace the second
    // factor.
    private static final Set<String> LEFT_OUT = Set.of("reset-password", "reset-otp");

    private final KeycloakSession session;
    private final RealmModel realm;
    private final ResetFlows flows;
    private final List<String> differences = new ArrayList<>();

    CopiedFlow(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
        this.flows = new ResetFlows(realm);
    }

    /** Why the flow cannot be copied so; empty where it can. */
    Optional<String> objection(AuthenticationFlowModel flow) {
        List<AuthenticationExecutionModel> steps = flows.active(flow).toList();
        if (steps.stream().filter(ResetFlows.is(MAIL)).anyMatch(step -> !step.isRequired())) {
            return Optional.of("The bound flow offers the mail as one way of several.");
        }
        return steps.stream().anyMatch(ResetFlows.is(MAIL).or(ResetFlows.is(CHOOSE_USER)))
                ? Optional.empty()
                : Optional.of(
                        "The bound flow has neither Send Reset Email nor Choose User, after which Reset code could go.");
    }

    /** Makes the copy; the flow itself is left as it is. */
    AuthenticationFlowModel of(AuthenticationFlowModel flow, String alias) {
        AuthenticationFlowModel copy = AuthenticationManagementResource.copyFlow(session, realm, flow, alias);
        copy.setDescription("Copy of \"" + flow.getAlias() + "\" that asks for a reset code");
        realm.updateAuthenticationFlow(copy);
        boolean hasMail = flows.active(copy).anyMatch(ResetFlows.is(MAIL));
        leaveOut(copy);
        flows.active(copy)
                .filter(ResetFlows.is(hasMail ? MAIL : CHOOSE_USER))
                .findFirst()
                .ifPresent(step -> leaveOutChoiceBefore(hasMail ? replace(step) : addAfter(step)));
        return copy;
    }

    /** In what the copy differs. */
    List<String> differences() {
        return List.copyOf(differences);
    }

    private AuthenticationExecutionModel replace(AuthenticationExecutionModel step) {
        forgetConfig(step);
        step.setAuthenticator(ResetFlows.RESET_CODE);
        step.setAuthenticatorConfig(null);
        realm.updateAuthenticatorExecution(step);
        differences.add(MAIL + " is replaced by " + ResetFlows.RESET_CODE);
        return step;
    }

    // Steps are run by priority: those behind move on by one, so that none is run at the same time.
    private AuthenticationExecutionModel addAfter(AuthenticationExecutionModel step) {
        realm.getAuthenticationExecutionsStream(step.getParentFlow())
                .filter(other -> other.getPriority() > step.getPriority())
                .toList()
                .forEach(other -> {
                    other.setPriority(other.getPriority() + 1);
                    realm.updateAuthenticatorExecution(other);
                });
        AuthenticationExecutionModel added = new AuthenticationExecutionModel();
        added.setParentFlow(step.getParentFlow());
        added.setAuthenticator(ResetFlows.RESET_CODE);
        added.setRequirement(Requirement.REQUIRED);
        added.setPriority(step.getPriority() + 1);
        differences.add(ResetFlows.RESET_CODE + " is added after " + CHOOSE_USER);
        return realm.addAuthenticatorExecution(added);
    }

    // It looks for the account before it answers; "Reset code" asks for the name itself. A step in between may want the
    // user.
    private void leaveOutChoiceBefore(AuthenticationExecutionModel code) {
        List<AuthenticationExecutionModel> before = realm.getAuthenticationExecutionsStream(code.getParentFlow())
                .filter(step -> step.getPriority() < code.getPriority() && !step.isDisabled())
                .toList();
        if (!before.isEmpty()) {
            AuthenticationExecutionModel last = before.get(before.size() - 1);
            if (ResetFlows.is(CHOOSE_USER).test(last)) {
                remove(last);
                differences.add(CHOOSE_USER + " is left out");
            }
        }
    }

    // Returns what is left: in this transaction Keycloak goes on to list what was removed (RealmAdapter of JPA, 26.7).
    private List<AuthenticationExecutionModel> leaveOut(AuthenticationFlowModel flow) {
        List<AuthenticationExecutionModel> left = new ArrayList<>();
        for (AuthenticationExecutionModel step :
                realm.getAuthenticationExecutionsStream(flow.getId()).toList()) {
            if (step.isAuthenticatorFlow()) {
                if (!leaveOutWithin(step)) {
                    left.add(step);
                }
            } else if (LEFT_OUT.contains(step.getAuthenticator())) {
                remove(step);
                differences.add(step.getAuthenticator() + " is left out");
            } else {
                left.add(step);
            }
        }
        return left;
    }

    // Whether the flow within has gone, too.
    private boolean leaveOutWithin(AuthenticationExecutionModel step) {
        AuthenticationFlowModel within = flows.within(step);
        int before = differences.size();
        List<AuthenticationExecutionModel> left = leaveOut(within);
        if (differences.size() == before || !left.stream().allMatch(this::isCondition)) {
            return false;
        }
        left.forEach(this::remove);
        remove(step);
        realm.removeAuthenticationFlow(within);
        return true;
    }

    private void remove(AuthenticationExecutionModel step) {
        forgetConfig(step);
        realm.removeAuthenticatorExecution(step);
    }

    // The copy's own: that of the flow that it was copied from is another.
    private void forgetConfig(AuthenticationExecutionModel step) {
        AuthenticatorConfigModel config = step.getAuthenticatorConfig() == null
                ? null
                : realm.getAuthenticatorConfigById(step.getAuthenticatorConfig());
        if (config != null) {
            realm.removeAuthenticatorConfig(config);
        }
    }

    private boolean isCondition(AuthenticationExecutionModel step) {
        return !step.isAuthenticatorFlow()
                && session.getKeycloakSessionFactory().getProviderFactory(Authenticator.class, step.getAuthenticator())
                        instanceof ConditionalAuthenticatorFactory;
    }
}
