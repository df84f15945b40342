// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.recovery;

import java.time.Instant;

import io.passwordrecovery.delivery.DeliveryMedium;

/**
 * That somebody has entered an account's code, which is spent: they may set a new password, soon, once.
 *
 * @param accountId Keycloak's user id
 * @param medium by which the code came
 * @param passwordVersion the account's, when the code was entered; see {@code Account}
 * @param until the first instant at which it is no longer good
 */
public record RecoveryProof(String accountId, DeliveryMedium medium, String passwordVersion, Instant until) {}
