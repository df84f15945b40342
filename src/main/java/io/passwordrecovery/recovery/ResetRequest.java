// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.recovery;

import java.util.Optional;

import io.passwordrecovery.account.TypedName;
import io.passwordrecovery.delivery.DeliveryMedium;
import io.passwordrecovery.limits.Origin;

/**
 * Somebody asks for a code.
 *
 * @param wish the medium that the caller would like, where the account has it
 */
public record ResetRequest(TypedName name, Origin origin, Optional<DeliveryMedium> wish) {}
