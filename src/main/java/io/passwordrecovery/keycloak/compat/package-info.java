// SPDX-License-Identifier: Apache-2.0
/**
 * Keycloak's private API, where its versions differ: a class per difference, found when the server starts
 * ({@link io.passwordrecovery.keycloak.compat.ServerApi}). Everything else of Keycloak's links on all of them, which
 * {@code LinkageTest} proves.
 */
@NullMarked
package io.passwordrecovery.keycloak.compat;

import org.jspecify.annotations.NullMarked;
