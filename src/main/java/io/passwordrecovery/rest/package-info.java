// SPDX-License-Identifier: Apache-2.0
/** The realm resource {@code /realms/{realm}/password}. */
@NullMarked
package io.passwordrecovery.rest;

import org.jspecify.annotations.NullMarked;
