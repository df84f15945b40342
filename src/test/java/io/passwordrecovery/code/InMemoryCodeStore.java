// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.code;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import io.passwordrecovery.keys.LimitKey;

/** One node's codes. */
public final class InMemoryCodeStore implements CodeStore {
    private final Map<LimitKey, Kept> codes = new HashMap<>();
    private final Clock clock;

    public InMemoryCodeStore(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized void put(LimitKey key, IssuedCode code, Duration keep) {
        codes.put(key, new Kept(code, clock.instant().plus(keep)));
    }

    @Override
    public synchronized Optional<IssuedCode> find(LimitKey key) {
        return Optional.ofNullable(codes.get(key))
                .filter(kept -> clock.instant().isBefore(kept.until()))
                .map(Kept::code);
    }

    @Override
    public synchronized boolean consume(LimitKey key, IssuedCode code) {
        boolean present = find(key).filter(kept -> kept.id().equals(code.id())).isPresent();
        if (present) {
            codes.remove(key);
        }
        return present;
    }

    /** All that is kept, as text; for tests that look for secrets in it. */
    public synchronized String dump() {
        StringBuilder dump = new StringBuilder();
        codes.forEach((key, kept) -> dump.append(key.value())
                .append(' ')
                .append(kept.code())
                .append(' ')
                .append(kept.code().digest().mac())
                .append('\n'));
        return dump.toString();
    }

    private record Kept(IssuedCode code, Instant until) {}
}
