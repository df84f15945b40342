// SPDX-License-Identifier: Apache-2.0
/** How a code or a notice travels to the user, and how much of the way is shown. */
@NullMarked
package io.passwordrecovery.delivery;

import org.jspecify.annotations.NullMarked;
