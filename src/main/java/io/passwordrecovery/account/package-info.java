// SPDX-License-Identifier: Apache-2.0
/** Whose password it is: the person's record as far as recovery needs it. */
@NullMarked
package io.passwordrecovery.account;

import org.jspecify.annotations.NullMarked;
