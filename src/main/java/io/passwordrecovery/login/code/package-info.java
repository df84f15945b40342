// SPDX-License-Identifier: Apache-2.0
/** The page on which a code is asked for and entered, and what a login remembers of it. */
@NullMarked
package io.passwordrecovery.login.code;

import org.jspecify.annotations.NullMarked;
