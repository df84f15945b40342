// SPDX-License-Identifier: Apache-2.0
/** The admin resource {@code /admin/realms/{realm}/password-recovery}. */
@NullMarked
package io.passwordrecovery.admin;

import org.jspecify.annotations.NullMarked;
