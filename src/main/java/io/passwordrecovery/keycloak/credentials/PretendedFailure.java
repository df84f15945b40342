// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.credentials;

import java.util.concurrent.ExecutorService;

import org.keycloak.executors.ExecutorsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * The steps of brute force detection for a failed sign-in (DefaultBruteForceProtector.processLogin, 26.7), up to the count:
 * a session to find the threads by, and a session on one of them that looks up the account's failures.
 */
record PretendedFailure(KeycloakSession session) {
    private static final String THREADS = "bruteforce";

    void of(RealmModel realm, String accountId) {
        KeycloakSessionFactory factory = session.getKeycloakSessionFactory();
        String realmId = realm.getId();
        ExecutorService threads = KeycloakModelUtils.runJobInTransactionWithResult(
                factory, other -> other.getProvider(ExecutorsProvider.class).getExecutor(THREADS));
        threads.execute(() -> KeycloakModelUtils.runJobInTransaction(factory, other -> {
            RealmModel same = other.realms().getRealm(realmId);
            if (same != null) {
                other.loginFailures().getUserLoginFailure(same, accountId);
            }
        }));
    }
}
