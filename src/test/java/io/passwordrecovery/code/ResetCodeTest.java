// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.code;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ResetCodeTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "012345",
                " 012345 ",
                "012 345",
                "012-345",
                "0 1 2 3 4 5",
                "012\t345\n",
                "012\u00a0345", // no-break space
                "012\u202f345", // narrow no-break space
                "012\u3000345", // ideographic space
                "012\u2013345", // en dash
                "012\u2011345", // non-breaking hyphen
                "\u200e012345\u200f", // marks of writing direction
                "\u200b012345", // zero-width space
                "\uff10\uff11\uff12\uff13\uff14\uff15", // full-width
                "\u0660\u0661\u0662\u0663\u0664\u0665", // Arabic-Indic
                "\u06f0\u06f1\u06f2\u06f3\u06f4\u06f5", // Persian
                "\u0966\u0967\u0968\u0969\u096a\u096b", // Devanagari
            })
    void codeIsReadHoweverPeopleEnterIt(String typed) {
        assertThat(ResetCode.typed(typed)).isEqualTo(new ResetCode("012345"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345", "0123456", "O12345", "012.345", "012,345", "+12345", "\u2460123456", ""})
    void anythingElseIsAnotherCode(String typed) {
        assertThat(ResetCode.typed(typed)).isNotEqualTo(new ResetCode("012345"));
    }

    @Test
    void textOfACodeIsRedacted() {
        assertThat(new ResetCode("012345")).hasToString("[redacted]");
    }
}
