// SPDX-License-Identifier: Apache-2.0
/** What becomes known: Keycloak's user events, and metrics. */
@NullMarked
package io.passwordrecovery.keycloak.audit;

import org.jspecify.annotations.NullMarked;
