// SPDX-License-Identifier: Apache-2.0
/** What becomes known of changed email addresses. */
@NullMarked
package io.passwordrecovery.keycloak.address;

import org.jspecify.annotations.NullMarked;
