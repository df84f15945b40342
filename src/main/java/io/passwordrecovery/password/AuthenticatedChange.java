// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.password;

import io.passwordrecovery.password.PasswordChange.SignedInUser;

/**
 * The wish of somebody who need not enter the present password: he did so a moment ago, or an administrator's link led
 * him here.
 *
 * @param who proven by the adapter
 * @param signOutOthers the user's own choice; only heeded where the realm asks him
 */
public record AuthenticatedChange(SignedInUser who, Password wanted, boolean signOutOthers) {}
