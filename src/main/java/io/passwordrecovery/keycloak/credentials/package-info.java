// SPDX-License-Identifier: Apache-2.0
/** Passwords: the policy, the present one, the new one, and the lockout that guards them. */
@NullMarked
package io.passwordrecovery.keycloak.credentials;

import org.jspecify.annotations.NullMarked;
