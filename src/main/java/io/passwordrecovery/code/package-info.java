// SPDX-License-Identifier: Apache-2.0
/** The reset code: the short secret that is sent to the user. */
@NullMarked
package io.passwordrecovery.code;

import org.jspecify.annotations.NullMarked;
