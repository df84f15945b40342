// SPDX-License-Identifier: Apache-2.0
/** A realm as the core sees it: its switch and settings, keys, time, texts and media. */
@NullMarked
package io.passwordrecovery.keycloak.realm;

import org.jspecify.annotations.NullMarked;
