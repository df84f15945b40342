// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.users;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventType;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.storage.ReadOnlyException;

/**
 * Keeps the flag {@code phoneNumberVerified} true to its proof: it falls where its user, or what signs them in, has set
 * it or changed the number. An administrator's word, by the admin API, is proof enough: they are answerable for both.
 */
final class ChangedPhoneListener implements EventListenerProvider {
    /** After which a user's attributes may be what somebody other than an administrator wants them to be. */
    private static final Set<EventType> TOUCHED = Set.of(
            EventType.UPDATE_PROFILE, EventType.REGISTER, EventType.LOGIN, EventType.IDENTITY_PROVIDER_FIRST_LOGIN);

    private static final Set<OperationType> SAVED = Set.of(OperationType.CREATE, OperationType.UPDATE);
    private static final Pattern USER = Pattern.compile("users/([^/]+)");

    private final KeycloakSession session;

    ChangedPhoneListener(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public void onEvent(Event event) {
        if (TOUCHED.contains(event.getType()) && event.getUserId() != null) {
            RealmModel realm = session.realms().getRealm(event.getRealmId());
            flaggedUser(realm, event.getUserId()).ifPresent(user -> check(realm, user));
        }
    }

    private void check(RealmModel realm, UserModel user) {
        VerifiedPhones phones = new VerifiedPhones(session, realm);
        try {
            if (phones.isVerified(user)) {
                phones.refresh(user);
            } else {
                user.setSingleAttribute(PhoneAttributes.VERIFIED, "false");
            }
        } catch (ReadOnlyException | ModelException e) {
            // A directory keeps the flag and lets nobody write it; without a proof it counts for nothing.
            return;
        }
    }

    @Override
    public void onEvent(AdminEvent event, boolean includeRepresentation) {
        if (event.getResourceType() != ResourceType.USER || !SAVED.contains(event.getOperationType())) {
            return;
        }
        Matcher path = USER.matcher(String.valueOf(event.getResourcePath()));
        if (path.matches()) {
            RealmModel realm = session.realms().getRealm(event.getRealmId());
            flaggedUser(realm, path.group(1)).ifPresent(user -> vouch(realm, user));
        }
    }

    private void vouch(RealmModel realm, UserModel user) {
        VerifiedPhones phones = new VerifiedPhones(session, realm);
        String number = user.getFirstAttribute(PhoneAttributes.NUMBER);
        if (number != null && !phones.isVerified(user)) {
            phones.prove(user, number);
        }
    }

    private Optional<UserModel> flaggedUser(RealmModel realm, String id) {
        return Optional.ofNullable(realm == null ? null : session.users().getUserById(realm, id))
                .filter(PhoneAttributes::isFlagged);
    }

    @Override
    public void close() {
        // nothing is held
    }
}
