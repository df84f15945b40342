// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.credentials;

import org.keycloak.component.ComponentModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.storage.StorageId;

/** Whether a user federation keeps the user's password and lets nobody write it. */
public final class FederatedPassword {
    // LDAP's and others' setting; Keycloak has no common question for it (LDAPConstants.EDIT_MODE, 26.7). Where a
    // federation has no such setting, Keycloak keeps a new password itself.
    private static final String EDIT_MODE = "editMode";
    private static final String READ_ONLY = "READ_ONLY";

    private FederatedPassword() {}

    public static boolean isReadOnly(RealmModel realm, UserModel user) {
        String federationId =
                user.isFederated() ? user.getFederationLink() : new StorageId(user.getId()).getProviderId();
        ComponentModel federation = federationId == null ? null : realm.getComponent(federationId);
        return federation != null && READ_ONLY.equals(federation.get(EDIT_MODE));
    }
}
