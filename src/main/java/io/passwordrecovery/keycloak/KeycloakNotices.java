// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

import io.passwordrecovery.delivery.DeliveryMedium;
import io.passwordrecovery.delivery.Destination;
import io.passwordrecovery.delivery.Message;
import io.passwordrecovery.password.ChangeNotices;

/** Addresses the notice of a changed password. */
final class KeycloakNotices implements ChangeNotices {
    /** After a day the news is no news. */
    private static final Duration WORTH_SENDING = Duration.ofDays(1);

    private final KeycloakSession session;
    private final RealmModel realm;
    private final Clock clock;

    KeycloakNotices(KeycloakSession session, RealmModel realm, Clock clock) {
        this.session = session;
        this.realm = realm;
        this.clock = clock;
    }

    @Override
    public Message noticeFor(String accountId) {
        Instant now = clock.instant();
        UserModel user = session.users().getUserById(realm, accountId);
        String email = user == null ? null : user.getEmail();
        return email == null || email.isBlank()
                ? new Message.Nothing(now)
                : new Message.ChangeNotice(
                        accountId, List.of(new Destination(DeliveryMedium.EMAIL, email)), now, now.plus(WORTH_SENDING));
    }
}
