// SPDX-License-Identifier: Apache-2.0
/** The browser's pages: a required action, inside whatever login theme the realm has. */
@NullMarked
package io.passwordrecovery.login;

import org.jspecify.annotations.NullMarked;
