// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.credentials;

import java.util.List;
import java.util.Set;

import org.keycloak.models.PasswordPolicy;
import org.keycloak.models.RealmModel;

import io.passwordrecovery.password.PolicyRules;

/** The realm's password policy as far as a user needs to know it. */
public final class KeycloakPolicyRules implements PolicyRules {
    // How passwords are hashed and how long they last is no hint for choosing one.
    private static final Set<String> NOT_HINTS = Set.of(
            PasswordPolicy.HASH_ALGORITHM_ID,
            PasswordPolicy.HASH_ITERATIONS_ID,
            PasswordPolicy.FORCE_EXPIRED_ID,
            "recoveryCodesWarningThreshold",
            PasswordPolicy.MAX_AUTH_AGE_ID);

    private final RealmModel realm;

    public KeycloakPolicyRules(RealmModel realm) {
        this.realm = realm;
    }

    @Override
    public List<Rule> rules() {
        PasswordPolicy policy = realm.getPasswordPolicy();
        return policy.getPolicies().stream()
                .filter(id -> !NOT_HINTS.contains(id))
                .sorted()
                .map(id -> new Rule(id, policy.getPolicyConfig(id) instanceof Integer number ? number : 1))
                .toList();
    }
}
