// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.password;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers whose sessions were ended. */
public final class RecordingSessions implements Sessions {
    private final List<Ended> ended = new CopyOnWriteArrayList<>();

    public List<Ended> ended() {
        return new ArrayList<>(ended);
    }

    @Override
    public void end(String accountId, Optional<String> keep, boolean offlineToo) {
        ended.add(new Ended(accountId, keep, offlineToo));
    }

    /** One call of {@link Sessions#end}. */
    public record Ended(String accountId, Optional<String> keep, boolean offlineToo) {}
}
