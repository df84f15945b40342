// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.admin;

import io.passwordrecovery.account.Obstacle;
import io.passwordrecovery.delivery.Courier;
import io.passwordrecovery.delivery.Destination;
import io.passwordrecovery.keycloak.Outage;
import io.passwordrecovery.recovery.SendOutcome;

/**
 * What {@code POST users/{id}/reset-code} answers, and its admin event holds: never the code.
 *
 * @param destination masked; stars alone for an administrator who may not view the user
 * @param mustChange whether the user must choose another password at the next sign-in
 */
record SentCode(String deliveryMedium, String destination, boolean mustChange) {
    /** @throws AdminRefusal where nothing was sent */
    static Destination destination(SendOutcome outcome) {
        if (outcome instanceof SendOutcome.Sent sent) {
            return sent.destination();
        }
        if (outcome instanceof SendOutcome.Refused refused) {
            throw refusal(refused.reason());
        }
        if (outcome instanceof SendOutcome.Capped capped) {
            throw AdminRefusal.tooOften("The cap on text messages is reached: " + capped.cap(), Outage.RETRY_AFTER);
        }
        throw AdminRefusal.unavailable("The delivery queue is full.", Courier.RETRY_AFTER);
    }

    private static AdminRefusal refusal(Obstacle reason) {
        return switch (reason) {
            case UNKNOWN, DISABLED -> AdminRefusal.conflict("user_disabled", "The user is disabled.");
            case LOCKED_TEMPORARILY, LOCKED_PERMANENTLY ->
                AdminRefusal.conflict("user_locked", "Brute force protection has locked the user.");
            case READ_ONLY ->
                AdminRefusal.conflict(
                        "password_read_only", "A user federation keeps the password, and lets nobody write it.");
            case LINKED ->
                AdminRefusal.conflict(
                        "user_linked", "The user signs in through an identity provider: see recover-linked-users.");
            case UNREACHABLE ->
                AdminRefusal.conflict(
                        "no_address", "The user has no address that codes may go to, by a medium that the realm uses.");
            case GUESSED_AT ->
                AdminRefusal.conflict(
                        "too_many_attempts",
                        "So many codes were wrong that none would be compared: DELETE users/{id}/limits.");
            case LIMITED ->
                AdminRefusal.tooOften("The user has been sent as many codes as the realm allows.", Outage.RETRY_AFTER);
        };
    }
}
