// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.messages;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

import io.passwordrecovery.delivery.DeliveryMedium;
import io.passwordrecovery.delivery.Destination;
import io.passwordrecovery.delivery.Message.ChangeNotice;
import io.passwordrecovery.keycloak.users.UserDestinations;
import io.passwordrecovery.keys.LimitKey;
import io.passwordrecovery.limits.Caller;
import io.passwordrecovery.limits.SmsLimits;
import io.passwordrecovery.password.ChangeNotices;

/** Addresses the notices of a changed password: to every destination, within the caps on text messages. */
public final class KeycloakChangeNotices implements ChangeNotices {
    private static final Duration WORTH_SENDING = Duration.ofHours(1);

    private final KeycloakSession session;
    private final Clock clock;
    private final UserDestinations destinations;
    private final SmsLimits limits;

    public KeycloakChangeNotices(
            KeycloakSession session, Clock clock, UserDestinations destinations, SmsLimits limits) {
        this.session = session;
        this.clock = clock;
        this.destinations = destinations;
        this.limits = limits;
    }

    @Override
    public List<ChangeNotice> noticesFor(String accountId) {
        Instant now = clock.instant();
        RealmModel realm = session.getContext().getRealm();
        UserModel user = session.users().getUserById(realm, accountId);
        List<Destination> reached = user == null ? List.of() : destinations.ofNotices(user);
        return reached.stream()
                .filter(one -> mayBeUsed(accountId, one))
                .map(one -> new ChangeNotice(accountId, one, now, now.plus(WORTH_SENDING)))
                .toList();
    }

    private boolean mayBeUsed(String accountId, Destination destination) {
        Caller caller = new Caller("", session.getContext().getConnection().getRemoteAddr());
        return destination.medium() == DeliveryMedium.EMAIL
                || limits.take(LimitKey.account(accountId), destination.address(), caller)
                        .isEmpty();
    }
}
