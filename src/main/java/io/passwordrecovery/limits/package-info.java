// SPDX-License-Identifier: Apache-2.0
/** How often: requests, guesses, failures; counted alike for accounts that do not exist. */
@NullMarked
package io.passwordrecovery.limits;

import org.jspecify.annotations.NullMarked;
