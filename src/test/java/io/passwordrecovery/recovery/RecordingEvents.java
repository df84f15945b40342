// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.recovery;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import io.passwordrecovery.account.Identifier;
import io.passwordrecovery.delivery.CodeDelivery;
import io.passwordrecovery.delivery.Destination;
import io.passwordrecovery.limits.Caller;
import io.passwordrecovery.limits.SmsCap;

/** Writes every event down as a line: its name, and all that it says. */
final class RecordingEvents implements RecoveryEvents {
    private final List<String> lines = new CopyOnWriteArrayList<>();

    List<String> lines() {
        return List.copyOf(lines);
    }

    String last() {
        return lines.isEmpty() ? "nothing yet" : lines.get(lines.size() - 1);
    }

    @Override
    public void codeSent(String accountId, CodeDelivery delivery, Caller caller) {
        write("codeSent", accountId, delivery.medium(), delivery.destination(), caller.clientId(), caller.ipAddress());
    }

    @Override
    public void codeNotSent(Identifier name, NotSent why, Caller caller) {
        write(
                "codeWithheld",
                name.value(),
                why.reason(),
                why.accountId().orElse("-"),
                caller.clientId(),
                caller.ipAddress());
    }

    @Override
    public void smsCapped(String accountId, SmsCap cap, Caller caller) {
        write("smsCapped", accountId, cap, caller.clientId(), caller.ipAddress());
    }

    @Override
    public void requestThrottled(Identifier name, Caller caller) {
        write("requestThrottled", name.value(), caller.clientId(), caller.ipAddress());
    }

    @Override
    public void ownershipProven(String accountId, Destination destination, Caller caller) {
        write("ownershipProven", accountId, destination, caller.clientId(), caller.ipAddress());
    }

    @Override
    public void passwordReset(String accountId, Destination destination, Caller caller) {
        write("passwordReset", accountId, destination, caller.clientId(), caller.ipAddress());
    }

    @Override
    public void confirmRefused(Identifier name, Optional<String> accountId, RefusalReason reason, Caller caller) {
        write("confirmRefused", name.value(), accountId.orElse("-"), reason, caller.clientId(), caller.ipAddress());
    }

    private void write(Object... words) {
        lines.add(String.join(" ", List.of(words).stream().map(Object::toString).toList()));
    }
}
