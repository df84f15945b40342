// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.code;

import java.util.stream.Stream;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.passwordrecovery.keys.InMemoryKeys;
import io.passwordrecovery.keys.LimitKey;

import static io.passwordrecovery.code.CodePurpose.RESET_PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

class CodeDigestTest {
    private static final ResetCode CODE = new ResetCode("123456");
    private static final LimitKey ALICE = LimitKey.account("alice");
    private static final CodeBinding BINDING =
            new CodeBinding("realm-1", ALICE, "alice@example.test", "version-1", RESET_PASSWORD, "");

    private final InMemoryKeys keys = new InMemoryKeys();
    private final CodeDigest digest = new CodeDigest(keys);

    @Test
    void rightCodeMatches() {
        StoredDigest stored = digest.of(CODE, BINDING);

        assertThat(matches(CODE, BINDING, stored)).isTrue();
    }

    @Test
    void wrongCodeDoesNot() {
        StoredDigest stored = digest.of(CODE, BINDING);

        assertThat(matches(new ResetCode("123457"), BINDING, stored)).isFalse();
        assertThat(matches(new ResetCode("0123456"), BINDING, stored)).isFalse();
        assertThat(matches(new ResetCode(""), BINDING, stored)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("otherBindings")
    void codeIsGoodForNothingElse(CodeBinding other) {
        StoredDigest stored = digest.of(CODE, BINDING);

        assertThat(matches(CODE, other, stored)).isFalse();
    }

    static Stream<CodeBinding> otherBindings() {
        return Stream.of(
                new CodeBinding("realm-2", ALICE, "alice@example.test", "version-1", RESET_PASSWORD, ""),
                new CodeBinding(
                        "realm-1", LimitKey.account("bob"), "alice@example.test", "version-1", RESET_PASSWORD, ""),
                new CodeBinding(
                        "realm-1", LimitKey.decoy("alice"), "alice@example.test", "version-1", RESET_PASSWORD, ""),
                new CodeBinding("realm-1", ALICE, "alice@moved.test", "version-1", RESET_PASSWORD, ""),
                new CodeBinding("realm-1", ALICE, "alice@example.test", "version-2", RESET_PASSWORD, ""),
                new CodeBinding("realm-1", ALICE, "alice@example.testversion-1", "", RESET_PASSWORD, ""),
                new CodeBinding("realm-1", ALICE, "alice@example.test", "version-1", RESET_PASSWORD, "browser-1"));
    }

    @Test
    void everyFieldOfTheBindingIsHashed() {
        assertThat(BINDING.parts("seal"))
                .containsExactly("seal", "realm-1", "a.alice", "alice@example.test", "version-1", "RESET_PASSWORD", "")
                .hasSize(CodeBinding.class.getRecordComponents().length + 1);
    }

    @Test
    void whatIsStoredShowsNoCodeAndItsTextNotEvenTheHash() {
        StoredDigest stored = digest.of(CODE, BINDING);

        assertThat(stored.mac()).matches("[A-Za-z0-9_-]{43}").doesNotContain(CODE.digits());
        assertThat(stored).hasToString("StoredDigest[key-1]");
        assertThat(BINDING.toString()).doesNotContain("alice@example.test", "version-1");
    }

    @Test
    void nothingHasTheSameFormAndMatchesNoCode() {
        StoredDigest nothing = digest.ofNothing(new CodeGenerator(new SeededRandom(1)));

        assertThat(nothing.keyId()).isEqualTo("key-1");
        assertThat(nothing.mac()).hasSameSizeAs(digest.of(CODE, BINDING).mac());
        assertThat(matches(CODE, BINDING, nothing)).isFalse();
    }

    // A wrong code is told from the stored digest alone: it costs the same whoever it is about.
    @Test
    void rightCodeIsToldFromWrongOnesWithoutKnowingWhatItIsGoodFor() {
        StoredDigest stored = digest.of(CODE, BINDING);

        assertThat(digest.matches(CODE, stored)).isTrue();
        assertThat(digest.matches(new ResetCode("123457"), stored)).isFalse();
    }

    private boolean matches(ResetCode code, CodeBinding binding, StoredDigest stored) {
        return digest.matches(code, stored) && digest.isFor(binding, stored);
    }

    @Nested
    class AfterARotationOfTheKeys {
        private final StoredDigest stored = digest.of(CODE, BINDING);

        AfterARotationOfTheKeys() {
            keys.rotateTo("key-2");
        }

        @Test
        void olderCodeStillMatches() {
            assertThat(matches(CODE, BINDING, stored)).isTrue();
        }

        @Test
        void newCodesAreHashedUnderTheNewKey() {
            StoredDigest newer = digest.of(CODE, BINDING);

            assertThat(newer.keyId()).isEqualTo("key-2");
            assertThat(newer.mac()).isNotEqualTo(stored.mac());
        }

        @Test
        void codeOfARemovedKeyIsVoid() {
            keys.remove("key-1");

            assertThat(matches(CODE, BINDING, stored)).isFalse();
        }

        @Test
        void hashOfTheNewKeyUnderTheNameOfTheRemovedOneIsVoid() {
            keys.remove("key-1");
            StoredDigest newer = digest.of(CODE, BINDING);
            StoredDigest renamed = new StoredDigest("key-1", newer.seal(), newer.mac());

            assertThat(matches(CODE, BINDING, renamed)).isFalse();
        }
    }
}
