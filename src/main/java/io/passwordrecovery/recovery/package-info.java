// SPDX-License-Identifier: Apache-2.0
/** Forgot the password: a code is sent, and confirmed with a new password. */
@NullMarked
package io.passwordrecovery.recovery;

import org.jspecify.annotations.NullMarked;
