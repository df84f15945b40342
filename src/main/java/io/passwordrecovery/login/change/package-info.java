// SPDX-License-Identifier: Apache-2.0
/** The page for a new password: the required action, Keycloak's own that it takes over, and the settings' form. */
@NullMarked
package io.passwordrecovery.login.change;

import org.jspecify.annotations.NullMarked;
