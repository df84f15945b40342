// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.code;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import io.passwordrecovery.keys.LimitKey;
import io.passwordrecovery.testkit.Crowd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** What a {@link CodeStore} promises, wherever it is. */
public abstract class CodeStoreContract {
    private static final Duration LIFETIME = Duration.ofMinutes(10);

    /** The store may be one that others use too: each test has a subject of its own. */
    private final LimitKey key = LimitKey.account(UUID.randomUUID().toString());

    /** May be used from many threads at once. */
    protected abstract CodeStore store();

    protected abstract void advance(Duration by);

    /** The time that {@link #advance} moves. */
    protected abstract Instant now();

    /** Whether {@link #advance} works here. */
    protected boolean canAdvance() {
        return true;
    }

    @Test
    void codeIsFoundAsItWasPut() {
        IssuedCode code = code("one");

        store().put(key, code, LIFETIME);

        assertThat(store().find(key)).contains(code);
        assertThat(store().find(key)).contains(code);
    }

    @Test
    void subjectWithoutACodeHasNone() {
        assertThat(store().find(key)).isEmpty();
        assertThat(store().consume(key, code("one"))).isFalse();
    }

    @Test
    void newerCodeReplacesTheOlder() {
        store().put(key, code("older"), LIFETIME);
        IssuedCode newer = code("newer");

        store().put(key, newer, LIFETIME);

        assertThat(store().find(key)).contains(newer);
    }

    @Test
    void codeIsConsumedOnce() {
        IssuedCode code = code("one");
        store().put(key, code, LIFETIME);

        assertThat(store().consume(key, code)).isTrue();
        assertThat(store().consume(key, code)).isFalse();
        assertThat(store().find(key)).isEmpty();
    }

    @Test
    void consumedCodeCanBePutBack() {
        IssuedCode code = code("one");
        store().put(key, code, LIFETIME);
        store().consume(key, code);

        store().put(key, code, LIFETIME);

        assertThat(store().find(key)).contains(code);
        assertThat(store().consume(key, code)).isTrue();
    }

    @Test
    void olderCodeIsNotConsumedAndLeavesTheNewerInPlace() {
        IssuedCode older = code("older");
        IssuedCode newer = code("newer");
        store().put(key, older, LIFETIME);
        store().put(key, newer, LIFETIME);

        boolean consumed = store().consume(key, older);

        assertThat(consumed).isFalse();
        assertThat(store().find(key)).contains(newer);
        assertThat(store().consume(key, newer)).isTrue();
    }

    @Test
    void subjectsHaveCodesOfTheirOwn() {
        IssuedCode code = code("one");
        store().put(key, code, LIFETIME);

        boolean consumed = store().consume(LimitKey.account(UUID.randomUUID().toString()), code);

        assertThat(consumed).isFalse();
        assertThat(store().find(key)).contains(code);
    }

    @Test
    void codeIsKeptForAsLongAsWasSaidAndThenGone() {
        assumeTrue(canAdvance());
        IssuedCode code = code("one");
        store().put(key, code, LIFETIME);

        advance(LIFETIME.minusSeconds(5));

        assertThat(store().find(key)).contains(code);
        advance(Duration.ofSeconds(10));
        assertThat(store().find(key)).isEmpty();
        assertThat(store().consume(key, code)).isFalse();
    }

    @RepeatedTest(5)
    void oneOfThirtyParallelCallersConsumesTheCode() {
        IssuedCode code = code("one");
        store().put(key, code, LIFETIME);

        List<Boolean> consumed = Crowd.of(30, number -> store().consume(key, code));

        assertThat(consumed).filteredOn(Boolean::booleanValue).hasSize(1);
        assertThat(store().find(key)).isEmpty();
    }

    @RepeatedTest(5)
    void codeIsConsumedAtMostOnceWhileOthersTryAnOlderOne() {
        IssuedCode older = code("older");
        IssuedCode newer = code("newer");
        store().put(key, newer, LIFETIME);

        List<Boolean> consumed = Crowd.of(
                20, number -> number % 2 == 0 ? store().consume(key, newer) : store().consume(key, older) && fail());

        assertThat(consumed).filteredOn(Boolean::booleanValue).hasSizeLessThanOrEqualTo(1);
    }

    private IssuedCode code(String id) {
        String unique = id + UUID.randomUUID();
        Instant expiresAt = now().truncatedTo(ChronoUnit.MILLIS).plus(LIFETIME);
        return new IssuedCode(
                unique, new StoredDigest("key-1", "seal-of-" + unique, "mac-of-" + unique), expiresAt, "EMAIL");
    }

    private static boolean fail() {
        throw new AssertionError("an older code was consumed");
    }
}
