// SPDX-License-Identifier: Apache-2.0
/** Knows the password and wants another one. */
@NullMarked
package io.passwordrecovery.password;

import org.jspecify.annotations.NullMarked;
