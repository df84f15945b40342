// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.recovery;

import java.util.Optional;

import io.passwordrecovery.account.Identifier;
import io.passwordrecovery.delivery.DeliveryMedium;
import io.passwordrecovery.limits.Caller;

/**
 * Somebody asks for a code.
 *
 * @param wish the medium that the caller would like, where the account has it
 */
public record ResetRequest(Identifier name, Caller caller, Optional<DeliveryMedium> wish) {}
