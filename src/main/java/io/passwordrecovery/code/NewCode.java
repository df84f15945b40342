// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.code;

/** A code that was stored a moment ago: the only time that it is known in clear. */
public record NewCode(ResetCode code, CodeReference reference) {}
