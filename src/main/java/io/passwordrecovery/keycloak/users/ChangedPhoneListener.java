// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.users;

import org.keycloak.events.Details;
import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventType;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * Takes a number back to unverified when its user changes it in their profile, in realms that let him.
 *
 * <p>An administrator sets both attributes as they like, and is answerable for both.
 */
final class ChangedPhoneListener implements EventListenerProvider {
    private static final String CHANGED = Details.PREF_UPDATED + PhoneAttributes.NUMBER;

    private final KeycloakSession session;

    ChangedPhoneListener(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public void onEvent(Event event) {
        if (event.getType() == EventType.UPDATE_PROFILE
                && event.getDetails() != null
                && event.getDetails().containsKey(CHANGED)) {
            RealmModel realm = session.realms().getRealm(event.getRealmId());
            UserModel user = realm == null ? null : session.users().getUserById(realm, event.getUserId());
            if (user != null && PhoneAttributes.isVerified(user)) {
                user.setSingleAttribute(PhoneAttributes.VERIFIED, "false");
            }
        }
    }

    @Override
    public void onEvent(AdminEvent event, boolean includeRepresentation) {
        // see above
    }

    @Override
    public void close() {
        // nothing is held
    }
}
