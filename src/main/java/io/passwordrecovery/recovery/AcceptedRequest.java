// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.recovery;

import io.passwordrecovery.limits.PendingRequest;

/** A request that was answered "accepted": what is to be done about it depends on who the name stands for. */
public record AcceptedRequest(ResetRequest request, PendingRequest pending) {}
