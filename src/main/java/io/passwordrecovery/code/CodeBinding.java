// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.code;

import io.passwordrecovery.keys.LimitKey;

/**
 * What a code is good for. A code matches only while all of it still holds, so that a change of the password or of the
 * address makes the code void without anybody having to look for it.
 *
 * @param realmId the realm's internal id
 * @param key the account, or what stands in for it
 * @param destination the full address that the code was sent to
 * @param passwordVersion which password the account had; any text that changes when the password does
 * @param purpose what it was issued for
 * @param browser whose page it was asked for on, as in {@code BrowserPage}; empty for an API
 */
public record CodeBinding(
        String realmId, LimitKey key, String destination, String passwordVersion, CodePurpose purpose, String browser) {
    /** Under which the code is kept: each browser has its own, and none makes another's void. */
    LimitKey holder() {
        return key.at(browser);
    }

    String[] parts(String use) {
        return new String[] {use, realmId, key.value(), destination, passwordVersion, purpose.name(), browser};
    }

    @Override
    public String toString() {
        return "CodeBinding[" + key.value() + ", " + purpose + "]";
    }
}
