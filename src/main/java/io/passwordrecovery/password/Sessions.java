// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.password;

import java.util.Optional;

/** The account's user sessions. */
public interface Sessions {
    /**
     * Ends the account's sessions, at their applications too where those have a back-channel.
     *
     * @param keep the id of a session that goes on
     * @param offlineToo whether offline sessions end as well
     */
    void end(String accountId, Optional<String> keep, boolean offlineToo);
}
