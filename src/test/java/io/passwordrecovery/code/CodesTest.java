// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.code;

import java.time.Duration;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import io.passwordrecovery.keys.InMemoryKeys;
import io.passwordrecovery.keys.LimitKey;
import io.passwordrecovery.testkit.MovableClock;

import static org.assertj.core.api.Assertions.assertThat;

class CodesTest {
    private static final LimitKey ALICE = LimitKey.account("alice");
    private static final String BROWSER = "";
    private static final CodeBinding BINDING =
            new CodeBinding("realm-1", ALICE, "alice@example.test", "version-1", CodePurpose.RESET_PASSWORD, "");
    private static final CodeTerms TERMS = new CodeTerms(8, Duration.ofMinutes(10), "EMAIL");

    private final MovableClock clock = new MovableClock();
    private final CodeStore store = new InMemoryCodeStore(clock);
    private final Codes codes =
            new Codes(store, new CodeDigest(new InMemoryKeys()), new CodeGenerator(new SeededRandom(1)), clock);

    @Test
    void issuedCodeIsStoredOnItsTermsAndMatches() {
        ResetCode code = codes.issue(BINDING, TERMS).code();

        Optional<IssuedCode> issued = codes.find(ALICE, BROWSER);
        assertThat(code.digits()).hasSize(8);
        assertThat(issued).hasValueSatisfying(kept -> {
            assertThat(kept.expiresAt()).isEqualTo(clock.instant().plus(TERMS.lifetime()));
            assertThat(kept.medium()).isEqualTo("EMAIL");
            assertThat(kept.toString()).doesNotContain(code.digits());
        });
        assertThat(matches(issued, code, BINDING)).isTrue();
    }

    @Test
    void codeNoLongerMatchesAtTheInstantOfItsExpiry() {
        ResetCode code = codes.issue(BINDING, TERMS).code();
        Optional<IssuedCode> issued = codes.find(ALICE, BROWSER);
        clock.advance(TERMS.lifetime().minusNanos(1));
        assertThat(matches(issued, code, BINDING)).isTrue();

        clock.advance(Duration.ofNanos(1));

        assertThat(matches(issued, code, BINDING)).isFalse();
    }

    @Test
    void nothingMatchesWhereNothingWasIssued() {
        assertThat(matches(Optional.empty(), new ResetCode("12345678"), BINDING))
                .isFalse();
    }

    @Test
    void decoyLooksLikeACode() {
        codes.issueDecoy(BINDING, TERMS);

        assertThat(codes.find(ALICE, BROWSER)).hasValueSatisfying(decoy -> {
            assertThat(decoy.id()).matches("[0-9a-f]{32}");
            assertThat(decoy.digest().keyId()).isEqualTo("key-1");
            assertThat(decoy.digest().mac()).hasSize(43);
            assertThat(decoy.expiresAt()).isEqualTo(clock.instant().plus(TERMS.lifetime()));
            assertThat(decoy.medium()).isEqualTo("EMAIL");
        });
    }

    @Test
    void twoCodesOfOneSubjectHaveDifferentIds() {
        codes.issue(BINDING, TERMS);
        IssuedCode older = codes.find(ALICE, BROWSER).orElseThrow();
        codes.issue(BINDING, TERMS);

        assertThat(codes.find(ALICE, BROWSER))
                .hasValueSatisfying(newer -> assertThat(newer.id()).isNotEqualTo(older.id()));
        assertThat(codes.consume(ALICE, BROWSER, older)).isFalse();
    }

    @Test
    void eachBrowserHasItsOwn() {
        ResetCode code = codes.issue(BINDING, TERMS).code();
        CodeBinding elsewhere = new CodeBinding(
                "realm-1", ALICE, "alice@example.test", "version-1", CodePurpose.RESET_PASSWORD, "browser-2");
        codes.issue(elsewhere, TERMS);

        assertThat(matches(codes.find(ALICE, BROWSER), code, BINDING)).isTrue();
        assertThat(matches(codes.find(ALICE, "browser-2"), code, elsewhere)).isFalse();
    }

    @Test
    void restoredCodeIsGoodForTheRestOfItsLifeOnly() {
        ResetCode code = codes.issue(BINDING, TERMS).code();
        IssuedCode issued = codes.find(ALICE, BROWSER).orElseThrow();
        codes.consume(ALICE, BROWSER, issued);
        clock.advance(Duration.ofMinutes(9));

        codes.restore(ALICE, BROWSER, issued);

        assertThat(matches(codes.find(ALICE, BROWSER), code, BINDING)).isTrue();
        clock.advance(Duration.ofMinutes(1));
        assertThat(matches(codes.find(ALICE, BROWSER), code, BINDING)).isFalse();
    }

    @Test
    void expiredCodeIsNotRestored() {
        codes.issue(BINDING, TERMS);
        IssuedCode issued = codes.find(ALICE, BROWSER).orElseThrow();
        codes.consume(ALICE, BROWSER, issued);
        clock.advance(TERMS.lifetime());

        codes.restore(ALICE, BROWSER, issued);

        assertThat(codes.find(ALICE, BROWSER)).isEmpty();
    }

    @Test
    void restoredCodeDoesNotReplaceANewerOne() {
        codes.issue(BINDING, TERMS);
        IssuedCode older = codes.find(ALICE, BROWSER).orElseThrow();
        codes.consume(ALICE, BROWSER, older);
        ResetCode newer = codes.issue(BINDING, TERMS).code();

        codes.restore(ALICE, BROWSER, older);

        assertThat(matches(codes.find(ALICE, BROWSER), newer, BINDING)).isTrue();
    }

    @Test
    void codeIsLiveUntilItIsSpentExpiredOrFollowed() {
        CodeReference first = codes.issue(BINDING, TERMS).reference();
        assertThat(codes.isLive(first)).isTrue();

        CodeReference second = codes.issue(BINDING, TERMS).reference();
        assertThat(codes.isLive(first)).isFalse();
        assertThat(codes.isLive(second)).isTrue();

        codes.consume(ALICE, BROWSER, codes.find(ALICE, BROWSER).orElseThrow());
        assertThat(codes.isLive(second)).isFalse();

        CodeReference third = codes.issue(BINDING, TERMS).reference();
        clock.advance(TERMS.lifetime());
        assertThat(codes.isLive(third)).isFalse();
    }

    private boolean matches(Optional<IssuedCode> issued, ResetCode entered, CodeBinding binding) {
        return codes.match(issued, entered)
                && issued.filter(code -> codes.isFor(binding, code)).isPresent();
    }
}
