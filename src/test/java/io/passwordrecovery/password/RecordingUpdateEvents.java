// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.password;

import java.util.ArrayList;
import java.util.List;

import io.passwordrecovery.limits.Origin;

/** Writes every event down as a line: its name, and all that it says. */
final class RecordingUpdateEvents implements UpdateEvents {
    private final List<String> lines = new ArrayList<>();

    List<String> lines() {
        return lines;
    }

    @Override
    public void updated(String accountId, Origin origin) {
        lines.add("updated " + accountId + " " + origin.clientId() + " " + origin.ipAddress());
    }

    @Override
    public void refused(String accountId, Origin origin, UpdateOutcome.Reason reason) {
        lines.add("refused " + accountId + " " + reason + " " + origin.clientId() + " " + origin.ipAddress());
    }
}
