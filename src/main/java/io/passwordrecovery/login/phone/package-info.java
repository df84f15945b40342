// SPDX-License-Identifier: Apache-2.0
/** The page on which a signed-in user proves a phone number: a required action. */
@NullMarked
package io.passwordrecovery.login.phone;

import org.jspecify.annotations.NullMarked;
