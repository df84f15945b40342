// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.password;

import java.util.List;

/**
 * One rule of the realm's password policy that a new password breaks.
 *
 * @param key of the message that explains it, for example {@code invalidPasswordMinLengthMessage}
 * @param parameters of that message, for example {@code 12}
 */
public record PolicyViolation(String key, List<Object> parameters) {
    public PolicyViolation {
        parameters = List.copyOf(parameters);
    }
}
