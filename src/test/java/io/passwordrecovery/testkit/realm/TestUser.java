// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.testkit.realm;

import java.util.function.Consumer;

import org.keycloak.admin.client.resource.UserResource;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

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
