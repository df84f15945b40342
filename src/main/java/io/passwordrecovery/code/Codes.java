// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.code;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import io.passwordrecovery.keys.LimitKey;

/** Issues codes, tells whether an entered one is right, and spends it. */
public final class Codes {
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final CodeStore store;
    private final CodeDigest digest;
    private final CodeGenerator generator;
    private final Clock clock;

    public Codes(CodeStore store, CodeDigest digest, CodeGenerator generator, Clock clock) {
        this.store = store;
        this.digest = digest;
        this.generator = generator;
        this.clock = clock;
    }

    /** Makes and stores a code. An older one of the same subject is void from now on. */
    public NewCode issue(CodeBinding binding, CodeTerms terms) {
        ResetCode code = generator.next(terms.length());
        String id = put(binding.key(), digest.of(code, binding), terms);
        return new NewCode(code, new CodeReference(binding.key(), id));
    }

    /** Whether it is still the one that would match: not spent, not expired, and no newer one is there. */
    public boolean isLive(CodeReference reference) {
        return store.find(reference.key())
                .filter(code -> code.id().equals(reference.id()) && !code.isExpiredAt(clock.instant()))
                .isPresent();
    }

    /** Stores what looks like a code and is none, at the same cost. */
    public void issueDecoy(CodeBinding binding, CodeTerms terms) {
        digest.of(generator.next(terms.length()), binding);
        put(binding.key(), digest.ofNothing(generator), terms);
    }

    public Optional<IssuedCode> find(LimitKey key) {
        return store.find(key);
    }

    /** Compares in constant time; hashes even when nothing was issued. */
    public boolean match(Optional<IssuedCode> issued, ResetCode entered, CodeBinding binding) {
        StoredDigest stored = issued.map(IssuedCode::digest).orElseGet(() -> digest.ofNothing(generator));
        boolean matches = digest.matches(entered, binding, stored);
        return matches
                && issued.filter(code -> !code.isExpiredAt(clock.instant())).isPresent();
    }

    /** @see CodeStore#consume */
    public boolean consume(LimitKey key, IssuedCode code) {
        return store.consume(key, code);
    }

    /** Makes a consumed code usable again, unless there is a newer one: what it was spent on did not happen. */
    public void restore(LimitKey key, IssuedCode code) {
        Duration left = Duration.between(clock.instant(), code.expiresAt());
        if (left.compareTo(Duration.ZERO) > 0 && store.find(key).isEmpty()) {
            store.put(key, code, left.plus(GRACE));
        }
    }

    private String put(LimitKey key, StoredDigest stored, CodeTerms terms) {
        Instant expiresAt = clock.instant().plus(terms.lifetime());
        IssuedCode code = new IssuedCode(generator.nextId(), stored, expiresAt, terms.medium());
        store.put(key, code, terms.lifetime().plus(GRACE));
        return code.id();
    }
}
