// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak;

import java.util.Optional;

import org.keycloak.models.KeycloakSession;

import io.passwordrecovery.delivery.DeliveryException;
import io.passwordrecovery.delivery.DeliveryMedium;
import io.passwordrecovery.delivery.Destination;
import io.passwordrecovery.keycloak.TestOutcome.Accepted;
import io.passwordrecovery.keycloak.TestOutcome.Capped;
import io.passwordrecovery.keycloak.TestOutcome.Failed;
import io.passwordrecovery.keycloak.TestOutcome.NoAddress;
import io.passwordrecovery.keycloak.TestOutcome.Throttled;
import io.passwordrecovery.keycloak.messages.SampleMessage;
import io.passwordrecovery.keycloak.store.RealmLimits;
import io.passwordrecovery.keys.LimitKey;
import io.passwordrecovery.limits.SmsCap;
import io.passwordrecovery.settings.RecoverySettings;

/** The steps of a {@link TestMessage}: own address, limits, caps, then the message; the answer is waited for. */
final class TestSending {
    private final KeycloakSession session;
    private final RecoverySettings settings;
    private final RealmLimits limits;

    TestSending(KeycloakSession session, RecoverySettings settings, RealmLimits limits) {
        this.session = session;
        this.settings = settings;
        this.limits = limits;
    }

    TestOutcome send(TestMessage wanted) {
        Optional<Destination> own = new RealmPeople(session, settings, limits)
                .destinations(wanted.readersRealm())
                .ofTest(wanted.reader(), wanted.medium());
        if (own.isEmpty()) {
            return new NoAddress();
        }
        LimitKey tester = LimitKey.tester(wanted.reader().getId());
        if (!limits.requestLimits().grant(tester, wanted.caller())) {
            return new Throttled();
        }
        Destination destination = own.get();
        Optional<SmsCap> cap = destination.medium() == DeliveryMedium.SMS
                ? limits.smsLimits().take(tester, destination.address(), wanted.caller())
                : Optional.empty();
        return cap.<TestOutcome>map(Capped::new).orElseGet(() -> send(wanted, destination));
    }

    private TestOutcome send(TestMessage wanted, Destination destination) {
        try {
            new SampleMessage(session, settings)
                    .send(wanted.reader(), destination, wanted.caller().clientId());
            return new Accepted(destination);
        } catch (DeliveryException e) {
            return new Failed(destination, String.valueOf(e.getMessage()), e.isWorthAnotherTry());
        }
    }
}
