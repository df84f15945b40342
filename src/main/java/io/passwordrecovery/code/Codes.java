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

    /** Makes and stores a code. An older one of the same subject and browser is void from now on. */
    public NewCode issue(CodeBinding binding, CodeTerms terms) {
        ResetCode code = generator.next(terms.length());
        String id = put(binding.holder(), digest.of(code, binding), terms);
        return new NewCode(code, new CodeReference(binding.holder(), id));
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
        put(binding.holder(), digest.ofNothing(generator), terms);
    }

    /** Finds the code that the subject may enter in that browser now; an expired one is none. */
    public Optional<IssuedCode> find(LimitKey key, String browser) {
        return store.find(key.at(browser)).filter(code -> !code.isExpiredAt(clock.instant()));
    }

    /**
     * Whether it is the issued code, in constant time; hashes even when nothing was issued. It may be good for nothing any
     * more: see {@link #isFor}.
     */
    public boolean match(Optional<IssuedCode> issued, ResetCode entered) {
        StoredDigest stored = issued.map(IssuedCode::digest).orElseGet(() -> digest.ofNothing(generator));
        boolean matches = digest.matches(entered, stored);
        return matches
                && issued.filter(code -> !code.isExpiredAt(clock.instant())).isPresent();
    }

    /** Whether the code was issued for just this: the same account, address, password, purpose and browser. */
    public boolean isFor(CodeBinding binding, IssuedCode issued) {
        return digest.isFor(binding, issued.digest());
    }

    /** @see CodeStore#consume */
    public boolean consume(LimitKey key, String browser, IssuedCode code) {
        return store.consume(key.at(browser), code);
    }

    /** Makes a consumed code usable again, unless there is a newer one: what it was spent on did not happen. */
    public void restore(LimitKey key, String browser, IssuedCode code) {
        Duration left = Duration.between(clock.instant(), code.expiresAt());
        LimitKey holder = key.at(browser);
        if (left.compareTo(Duration.ZERO) > 0 && store.find(holder).isEmpty()) {
            store.put(holder, code, left.plus(GRACE));
        }
    }

    private String put(LimitKey key, StoredDigest stored, CodeTerms terms) {
        Instant expiresAt = clock.instant().plus(terms.lifetime());
        IssuedCode code = new IssuedCode(generator.nextId(), stored, expiresAt, terms.medium());
        store.put(key, code, terms.lifetime().plus(GRACE));
        return code.id();
    }
}
