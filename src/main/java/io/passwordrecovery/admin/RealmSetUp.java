// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.admin;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;

import io.passwordrecovery.admin.SetUpJson.Change;
import io.passwordrecovery.keycloak.PasswordRecoveryProvider;
import io.passwordrecovery.settings.RecoveryActions;

/** Sets a realm up, and takes its flow back: what docs/pages.md has an administrator do by hand. Done twice, it does nothing. */
final class RealmSetUp {
    private final KeycloakSession session;
    private final RealmModel realm;
    private final PasswordRecoveryProvider provider;
    private final BoundFlow binding;
    private final List<Change> changes = new ArrayList<>();
    private final CopiedFlow copying;

    RealmSetUp(KeycloakSession session, RealmModel realm, PasswordRecoveryProvider provider) {
        this.session = session;
        this.realm = realm;
        this.provider = provider;
        this.binding = new BoundFlow(realm);
        this.copying = new CopiedFlow(session, realm);
    }

    /** Why nothing can be set up, and what to do instead; empty where it can. */
    Optional<String> objection() {
        return objectionToTheFlow().map(why -> why + " Set it up by hand: docs/pages.md.");
    }

    private Optional<String> objectionToTheFlow() {
        AuthenticationFlowModel bound = realm.getResetCredentialsFlow();
        if (bound == null) {
            return Optional.of("The realm has no reset credentials flow.");
        }
        return asksForACode(bound) ? Optional.empty() : copying.objection(bound);
    }

    /** @param wish what else than the switch and the flow */
    SetUpJson setUp(SetUpWish wish) {
        enableSwitch();
        bindFlow(Objects.requireNonNull(realm.getResetCredentialsFlow()));
        if (wish.forgotPassword() && !realm.isResetPasswordAllowed()) {
            realm.setResetPasswordAllowed(true);
            changes.add(Change.FORGOT_PASSWORD_ENABLED);
        }
        if (wish.phone() && !ProfilePhones.of(session).add().isEmpty()) {
            changes.add(Change.PHONE_ATTRIBUTES_ADDED);
        }
        return done();
    }

    /** Binds the flow that was bound before; the switch, the copy and the attributes stay. */
    SetUpJson undo() {
        if (binding.isCopy()) {
            binding.previous().ifPresent(previous -> {
                binding.bindBefore(previous);
                changes.add(Change.PREVIOUS_FLOW_BOUND);
            });
        }
        return done();
    }

    private void enableSwitch() {
        RequiredActionProviderModel action = realm.getRequiredActionProviderByAlias(RecoveryActions.CHANGE_PASSWORD);
        if (action != null && action.isEnabled()) {
            return;
        }
        if (action == null) {
            realm.addRequiredActionProvider(newAction());
        } else {
            action.setEnabled(true);
            realm.updateRequiredActionProvider(action);
        }
        changes.add(Change.SWITCH_ENABLED);
    }

    // As the console registers one (AuthenticationManagementResource, 26.7): behind the others.
    private RequiredActionProviderModel newAction() {
        RequiredActionProviderModel action = new RequiredActionProviderModel();
        action.setAlias(RecoveryActions.CHANGE_PASSWORD);
        action.setProviderId(RecoveryActions.CHANGE_PASSWORD);
        action.setName("Change password");
        action.setEnabled(true);
        action.setDefaultAction(false);
        action.setPriority(realm.getRequiredActionProvidersStream()
                        .mapToInt(RequiredActionProviderModel::getPriority)
                        .max()
                        .orElse(-1)
                + 1);
        return action;
    }

    private void bindFlow(AuthenticationFlowModel bound) {
        if (asksForACode(bound)) {
            return;
        }
        AuthenticationFlowModel copy = binding.earlierCopy().orElseGet(() -> {
            changes.add(Change.FLOW_COPIED);
            return copying.of(bound, binding.freeAlias(bound));
        });
        binding.bind(copy);
        changes.add(Change.FLOW_BOUND);
    }

    private boolean asksForACode(AuthenticationFlowModel flow) {
        return new ResetFlows(realm).asksForACode(flow);
    }

    private SetUpJson done() {
        AuthenticationFlowModel bound = realm.getResetCredentialsFlow();
        return new SetUpJson(
                List.copyOf(changes),
                bound == null ? "" : bound.getAlias(),
                copying.differences(),
                new RealmLacks(session, realm, provider, provider.status()).all());
    }
}
