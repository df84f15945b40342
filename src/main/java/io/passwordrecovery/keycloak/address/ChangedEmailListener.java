// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.address;

import java.util.Map;
import java.util.Set;

import org.keycloak.events.Details;
import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventType;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

import io.passwordrecovery.account.ChangedAddresses.Change;
import io.passwordrecovery.keycloak.realm.RealmSettings;
import io.passwordrecovery.keycloak.store.KeycloakChangedAddresses;

/**
 * Notes when users change their own email address.
 *
 * <p>What an administrator, a directory or an identity provider writes is no event of these, and is believed.
 */
final class ChangedEmailListener implements EventListenerProvider {
    private static final Set<EventType> BY_THE_USER = Set.of(EventType.UPDATE_PROFILE, EventType.UPDATE_EMAIL);

    private final KeycloakSession session;

    ChangedEmailListener(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public void onEvent(Event event) {
        Map<String, String> details = event.getDetails();
        if (!BY_THE_USER.contains(event.getType()) || details == null || event.getUserId() == null) {
            return;
        }
        String previous = details.get(Details.PREVIOUS_EMAIL);
        String current = details.get(Details.UPDATED_EMAIL);
        RealmModel realm = session.realms().getRealm(event.getRealmId());
        if (previous != null && current != null && realm != null && RealmSettings.isSwitchedOn(realm)) {
            note(realm, event.getUserId(), new Change(previous, current));
        }
    }

    private void note(RealmModel realm, String userId, Change change) {
        if (!change.previous().isBlank() && !change.current().isBlank()) {
            new KeycloakChangedAddresses(session, realm, RealmSettings.read(realm)).changed(userId, change);
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
