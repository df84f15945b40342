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
import io.passwordrecovery.testkit.Parallel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** What a {@link CodeStore} promises, wherever it is. */
public abstract class CodeStoreContract {
    private static final Duration LIFETIME = Duration.ofMinutes(10);

    /** The store may be one that others use too: each test has a subject of its own. */
    private final LimitKey subject = LimitKey.account(UUID.randomUUID().toString());

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

        store().put(subject, code, LIFETIME);

        assertThat(store().find(subject)).contains(code);
        assertThat(store().find(subject)).contains(code);
    }

    @Test
    void subjectWithoutACodeHasNone() {
        assertThat(store().find(subject)).isEmpty();
        assertThat(store().consume(subject, code("one"))).isFalse();
    }

    @Test
    void newerCodeReplacesTheOlder() {
        store().put(subject, code("older"), LIFETIME);
        IssuedCode newer = code("newer");

        store().put(subject, newer, LIFETIME);

        assertThat(store().find(subject)).contains(newer);
    }

    @Test
    void codeIsConsumedOnce() {
        IssuedCode code = code("one");
        store().put(subject, code, LIFETIME);

        assertThat(store().consume(subject, code)).isTrue();
        assertThat(store().consume(subject, code)).isFalse();
        assertThat(store().find(subject)).isEmpty();
    }

    @Test
    void consumedCodeCanBePutBack() {
        IssuedCode code = code("one");
        store().put(subject, code, LIFETIME);
        store().consume(subject, code);

        store().put(subject, code, LIFETIME);

        assertThat(store().find(subject)).contains(code);
        assertThat(store().consume(subject, code)).isTrue();
    }

    @Test
    void olderCodeIsNotConsumedAndLeavesTheNewerInPlace() {
        IssuedCode older = code("older");
        IssuedCode newer = code("newer");
        store().put(subject, older, LIFETIME);
        store().put(subject, newer, LIFETIME);

        boolean consumed = store().consume(subject, older);

        assertThat(consumed).isFalse();
        assertThat(store().find(subject)).contains(newer);
        assertThat(store().consume(subject, newer)).isTrue();
    }

    @Test
    void subjectsHaveCodesOfTheirOwn() {
        IssuedCode code = code("one");
        store().put(subject, code, LIFETIME);

        boolean consumed = store().consume(LimitKey.account(UUID.randomUUID().toString()), code);

        assertThat(consumed).isFalse();
        assertThat(store().find(subject)).contains(code);
    }

    @Test
    void codeIsKeptForAsLongAsWasSaidAndThenGone() {
        assumeTrue(canAdvance());
        IssuedCode code = code("one");
        store().put(subject, code, LIFETIME);

        advance(LIFETIME.minusSeconds(5));

        assertThat(store().find(subject)).contains(code);
        advance(Duration.ofSeconds(10));
        assertThat(store().find(subject)).isEmpty();
        assertThat(store().consume(subject, code)).isFalse();
    }

    @RepeatedTest(5)
    void oneOfThirtyParallelCallersConsumesTheCode() {
        IssuedCode code = code("one");
        store().put(subject, code, LIFETIME);

        List<Boolean> consumed = Parallel.times(30, number -> store().consume(subject, code));

        assertThat(consumed).filteredOn(Boolean::booleanValue).hasSize(1);
        assertThat(store().find(subject)).isEmpty();
    }

    @RepeatedTest(5)
    void codeIsConsumedAtMostOnceWhileOthersTryAnOlderOne() {
        IssuedCode older = code("older");
        IssuedCode newer = code("newer");
        store().put(subject, newer, LIFETIME);

        List<Boolean> consumed = Parallel.times(
                20,
                number ->
                        number % 2 == 0 ? store().consume(subject, newer) : store().consume(subject, older) && fail());

        assertThat(consumed).filteredOn(Boolean::booleanValue).hasSizeLessThanOrEqualTo(1);
    }

    private IssuedCode code(String id) {
        String unique = id + UUID.randomUUID();
        Instant expiresAt = now().truncatedTo(ChronoUnit.MILLIS).plus(LIFETIME);
        return new IssuedCode(unique, new StoredDigest("key-1", "mac-of-" + unique), expiresAt, "EMAIL");
    }

    private static boolean fail() {
        throw new AssertionError("an older code was consumed");
    }
}
