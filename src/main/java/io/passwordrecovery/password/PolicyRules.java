// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.password;

import java.util.List;

/** The realm's password policy as far as a user needs to know it: hints for choosing a password. */
public interface PolicyRules {
    List<Rule> rules();

    /**
     * One rule.
     *
     * @param rule Keycloak's id, for example {@code length}, {@code digits}, {@code notUsername}
     * @param value its number; 1 for a rule that is only on or off, or whose value is not for everybody
     */
    record Rule(String rule, int value) {}
}
