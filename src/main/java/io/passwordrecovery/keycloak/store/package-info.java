// SPDX-License-Identifier: Apache-2.0
/**
 * What is kept between requests, on all nodes: codes, pending requests, counts. The only room that knows Keycloak's
 * single-use store.
 */
@NullMarked
package io.passwordrecovery.keycloak.store;

import org.jspecify.annotations.NullMarked;
