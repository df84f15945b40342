// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.code;

import java.util.HashSet;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CodeGeneratorTest {
    private static final int CODES = 20_000;

    private final CodeGenerator generator = new CodeGenerator(new SeededRandom(1));

    @ParameterizedTest
    @ValueSource(ints = {6, 10, 12})
    void codeHasAsManyDigitsAsAskedFor(int length) {
        assertThat(generator.next(length).digits()).matches("[0-9]{" + length + "}");
    }

    // Chi-squared with 9 degrees of freedom: above 27.9 once in a thousand times.
    @Test
    void eachDigitIsUniformInEachPlace() {
        int[][] counts = new int[6][10];
        for (int i = 0; i < CODES; i++) {
            String code = generator.next(6).digits();
            for (int place = 0; place < 6; place++) {
                counts[place][code.charAt(place) - '0']++;
            }
        }

        for (int[] place : counts) {
            assertThat(chiSquared(place)).isLessThan(27.9);
        }
    }

    @Test
    void aTenthOfTheCodesBeginsWithAZero() {
        int zeros = 0;
        for (int i = 0; i < CODES; i++) {
            zeros += generator.next(6).digits().startsWith("0") ? 1 : 0;
        }

        assertThat(zeros).isBetween(CODES / 10 - 200, CODES / 10 + 200);
    }

    @Test
    void nothingHasTheFormOfADigestAndNeverRepeats() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            String nothing = generator.nextNothing();

            assertThat(nothing).matches("[A-Za-z0-9_-]{43}");
            assertThat(seen.add(nothing)).isTrue();
        }
    }

    @Test
    void idsAreThirtyTwoHexDigitsAndNeverRepeat() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            String id = generator.nextId();

            assertThat(id).matches("[0-9a-f]{32}");
            assertThat(seen.add(id)).isTrue();
        }
    }

    private static double chiSquared(int[] counts) {
        double expected = CODES / 10.0;
        double sum = 0;
        for (int count : counts) {
            sum += (count - expected) * (count - expected) / expected;
        }
        return sum;
    }
}
