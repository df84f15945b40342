// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keys;

import java.util.Optional;

/** The realm's keys, as the source of {@link RecoveryKey}s. */
public interface RecoveryKeys {
    /** Returns the key that new hashes are made with. */
    RecoveryKey active();

    /**
     * Returns the oldest key that is not disabled, for what has to stay the same over a rotation: what names are hashed to,
     * and what is made up for those that lead to nobody.
     */
    RecoveryKey oldest();

    /**
     * Finds the key that an older hash was made with.
     *
     * @return empty when an admin has removed or disabled it; what was hashed with it is then void
     */
    Optional<RecoveryKey> find(String id);
}
