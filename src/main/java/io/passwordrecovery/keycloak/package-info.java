// SPDX-License-Identifier: Apache-2.0
/** Keycloak behind the ports of the core: one class per port. */
@NullMarked
package io.passwordrecovery.keycloak;

import org.jspecify.annotations.NullMarked;
