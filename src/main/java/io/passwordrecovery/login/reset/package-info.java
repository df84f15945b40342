// SPDX-License-Identifier: Apache-2.0
/** A login that began with a forgotten password: the step of the reset credentials flow, and where it leads. */
@NullMarked
package io.passwordrecovery.login.reset;

import org.jspecify.annotations.NullMarked;
