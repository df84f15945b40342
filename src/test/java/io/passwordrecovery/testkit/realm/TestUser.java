// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.testkit.realm;

import java.util.Map;
import java.util.function.Consumer;

import org.keycloak.admin.client.resource.UserResource;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

import static java.util.Objects.requireNonNull;
import static org.awaitility.Awaitility.await;

/**
 * A user of a test realm.
 *
 * @param email or empty
 * @param password the one the user was created with, or empty
 */
public record TestUser(TestRealm realm, String id, String username, String email, String password) {
    /** The admin API's view. */
    public UserResource resource() {
        return realm.resource().users().get(id);
    }

    /** Changes the user as an administrator. */
    public void change(Consumer<UserRepresentation> change) {
        UserRepresentation user = resource().toRepresentation();
        change.accept(user);
        resource().update(user);
    }

    /** Sets the password as an administrator. */
    public void setPassword(String newPassword) {
        CredentialRepresentation credential = new CredentialRepresentation();
        credential.setType(CredentialRepresentation.PASSWORD);
        credential.setValue(newPassword);
        resource().resetPassword(credential);
    }

    /**
     * Signs in with a wrong password so many times, one after the other: Keycloak counts beside the request, of two
     * failures at once perhaps one, and forgets them when a right password overtakes them.
     */
    public void failToSignIn(int times) {
        for (int i = 0; i < times; i++) {
            int counted = failedSignIns();
            realm.canSignIn(this, "not " + password);
            await("a failure of " + username + " is counted").until(() -> failedSignIns() > counted);
        }
    }

    /** Signs in with a wrong password so often that brute force detection locks the account, which is a moment later. */
    public void lockOut(int times) {
        failToSignIn(times);
        await("a lockout of " + username).until(this::isLockedOut);
    }

    /** Returns how many failed sign-ins Keycloak's brute force detection counts now. */
    public int failedSignIns() {
        return (int) requireNonNull(bruteForceStatus().get("numFailures"));
    }

    /** Returns whether brute force detection lets the user in, whatever the password. */
    public boolean isLockedOut() {
        return (boolean) requireNonNull(bruteForceStatus().get("disabled"));
    }

    private Map<String, Object> bruteForceStatus() {
        return realm.resource().attackDetection().bruteForceUserStatus(id);
    }

    /** Returns how many user sessions are alive, without offline ones. */
    public int sessions() {
        return resource().getUserSessions().size();
    }

    /** Returns how many offline sessions {@link TestRealm#APP} has of the user. */
    public int offlineSessions() {
        String app =
                realm.resource().clients().findByClientId(TestRealm.APP).get(0).getId();
        return resource().getOfflineSessions(app).size();
    }
}
