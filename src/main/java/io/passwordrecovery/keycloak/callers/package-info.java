// SPDX-License-Identifier: Apache-2.0
/** Who may call: clients, web origins, and whom an access token stands for. */
@NullMarked
package io.passwordrecovery.keycloak.callers;

import org.jspecify.annotations.NullMarked;
