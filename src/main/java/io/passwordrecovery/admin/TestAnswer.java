// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.admin;

import io.passwordrecovery.delivery.DeliveryMedium;
import io.passwordrecovery.delivery.Destination;
import io.passwordrecovery.keycloak.Outage;
import io.passwordrecovery.keycloak.TestOutcome;

/**
 * What {@code POST test-message} answers.
 *
 * @param accepted whether the mail server or gateway took the message
 * @param destination masked
 * @param answer what it said, or why none was asked; without addresses and secrets
 */
record TestAnswer(boolean accepted, String deliveryMedium, String destination, String answer) {
    /** @throws AdminRefusal where nothing was tried */
    static TestAnswer of(TestOutcome outcome, DeliveryMedium medium) {
        if (outcome instanceof TestOutcome.Accepted accepted) {
            return of(true, accepted.destination(), "accepted");
        }
        if (outcome instanceof TestOutcome.Failed failed) {
            return of(false, failed.destination(), failed.answer());
        }
        if (outcome instanceof TestOutcome.NoAddress) {
            throw AdminRefusal.conflict(
                    "no_address",
                    switch (medium) {
                        case EMAIL -> "You have no email address in your own account.";
                        case SMS -> "You have no verified phone number that this realm may write to.";
                    });
        }
        throw AdminRefusal.tooOften(
                outcome instanceof TestOutcome.Capped capped
                        ? "The cap on text messages is reached: " + capped.cap()
                        : "Wait for the realm's cooldown; there are codes-per-account-hour test messages an hour.",
                Outage.RETRY_AFTER);
    }

    private static TestAnswer of(boolean accepted, Destination destination, String answer) {
        return new TestAnswer(accepted, destination.medium().name(), destination.masked(), answer);
    }
}
