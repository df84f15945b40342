// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.testkit.inside;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.keycloak.Config;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.policy.PasswordPolicyProvider;
import org.keycloak.policy.PasswordPolicyProviderFactory;
import org.keycloak.policy.PolicyError;

/**
 * The password policy {@code testkit-fault}: breaks down over a password that contains "fault", lets the transaction fail
 * at its end the first time that it sees one that contains "uncommitted", and keeps one that contains "held" until the
 * test releases it.
 */
public final class FaultPolicyProviderFactory implements PasswordPolicyProviderFactory {
    private static final Set<String> FAILED_ONCE = ConcurrentHashMap.newKeySet();

    @Override
    public String getId() {
        return "testkit-fault";
    }

    @Override
    public PasswordPolicyProvider create(KeycloakSession session) {
        return new FaultPolicy(session);
    }

    @Override
    public String getDisplayName() {
        return "Fault";
    }

    @Override
    public String getConfigType() {
        return null;
    }

    @Override
    public String getDefaultConfigValue() {
        return null;
    }

    @Override
    public boolean isMultiplSupported() {
        return false;
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}

    private record FaultPolicy(KeycloakSession session) implements PasswordPolicyProvider {
        @Override
        public PolicyError validate(RealmModel realm, UserModel user, String password) {
            return validate(user.getUsername(), password);
        }

        @Override
        public PolicyError validate(String username, String password) {
            if (password.contains("fault")) {
                throw new IllegalStateException("a fault that the test asked for");
            }
            if (password.contains("uncommitted") && FAILED_ONCE.add(username + password)) {
                session.getTransactionManager().enlistPrepare(new FailingTransaction());
            }
            if (password.contains("held")) {
                HeldResource.hold();
            }
            return null;
        }

        @Override
        public Object parseConfig(String value) {
            return null;
        }

        @Override
        public void close() {}
    }

    private static final class FailingTransaction extends AbstractKeycloakTransaction {
        @Override
        protected void commitImpl() {
            throw new IllegalStateException("a failing commit that the test asked for");
        }

        @Override
        protected void rollbackImpl() {}
    }
}
