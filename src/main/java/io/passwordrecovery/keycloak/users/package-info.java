// SPDX-License-Identifier: Apache-2.0
/** The realm's users: found alike whether or not they exist, where they can be reached, the sessions they have. */
@NullMarked
package io.passwordrecovery.keycloak.users;

import org.jspecify.annotations.NullMarked;
