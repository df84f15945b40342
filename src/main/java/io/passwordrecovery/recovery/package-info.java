// SPDX-License-Identifier: Apache-2.0
/**
 * Forgot the password: a code is sent, and confirmed with a new password. Start here.
 *
 * <p>There are three journeys, a class each, which reads from top to bottom:
 *
 * <ol>
 *   <li>{@link io.passwordrecovery.recovery.RequestReset}, Amplify's {@code resetPassword}: limits on what was typed and on
 *       the network, then the look-up, a code, the queue.
 *   <li>{@link io.passwordrecovery.recovery.ConfirmReset}, {@code confirmResetPassword}: the guess is counted, then compared
 *       ({@link io.passwordrecovery.recovery.CodeCheck}); the code is spent, the password set, sessions end, the owner is
 *       told.
 *   <li>{@link io.passwordrecovery.recovery.ProveOwnership}, on pages where the code is entered first: a
 *       {@link io.passwordrecovery.recovery.RecoveryProof}, which
 *       {@link io.passwordrecovery.recovery.CompleteProvenReset} turns into a new password.
 * </ol>
 *
 * <p>The third journey of Amplify's, {@code updatePassword}, is {@link io.passwordrecovery.password.PasswordUpdate}.
 *
 * <p>There are two ledgers. The one under the typed name ({@code LimitKey.name}) decides all that a caller can see; the
 * one under the account decides whether a code is sent and matches. Names that lead to no account have the first and a
 * decoy of the second ({@link io.passwordrecovery.recovery.AccountResolver}), so that neither an answer nor its time tells
 * them apart, nor that two names are one account. Decision 0001 says why.
 *
 * <p>Refusals are values that each door translates; faults are exceptions. Keycloak is behind ports: {@code Accounts},
 * {@code CodeStore}, {@code PendingRequests}, {@code Slots}, {@code Counters}, {@code Courier}, {@code Passwords},
 * {@code Sessions}, {@code RecoveryEvents}; the adapter of port X is {@code KeycloakX}, in a room below {@code keycloak}.
 */
@NullMarked
package io.passwordrecovery.recovery;

import org.jspecify.annotations.NullMarked;
