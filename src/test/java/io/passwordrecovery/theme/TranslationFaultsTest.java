// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.theme;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** Each fault is found, and a good translation has none. */
class TranslationFaultsTest {
    private static final byte[] ENGLISH = "# greetings\nhello=Hello {0}, {1}\n\nbye=Bye".getBytes(UTF_8);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            hello=Guten Tag {0}, {1}          | bye=Auf Wiedersehen
            hello={1} : c''est {0}            | bye=À l''''année prochaine
            hello={0}へ、{1}                   | bye=さようなら
            """)
    void aGoodTranslationHasNoFaults(String hello, String bye) {
        assertThat(TranslationFaults.in((hello + "\n" + bye).getBytes(UTF_8), ENGLISH))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            bye=                              | bye: blank
            bye                               | bye: blank
            bye=Bye                           | bye: as in English
            bye=Au revoir <b>                 | bye: HTML
            bye=Ciao &amp;                    | bye: HTML
            bye=\\u0041dieu                   | bye: an escape
            bye=Ã€ bientÃ´t                  | bye: broken characters
            bye=Ð\u009fÐ¾ÐºÐ°                 | bye: broken characters
            bye=Adi\uFFFDs                    | bye: broken characters
            bye=A l'année prochaine           | bye: a single apostrophe
            bye=A l'''année prochaine         | bye: a single apostrophe
            bye=Tschüs {                      | bye: no MessageFormat
            bye=Tschüs {name}                 | bye: no MessageFormat
            bye=Tschüs {0}                    | bye: other placeholders
            """)
    void everyFaultOfAMessageIsFound(String bye, String fault) {
        assertThat(TranslationFaults.in(("hello=Hallo {0}, {1}\n" + bye).getBytes(UTF_8), ENGLISH))
                .contains(fault);
    }

    @ParameterizedTest
    @CsvSource({
        "hello=Hallo {0}, missing [bye]",
        "hello=Hallo {0}!bye=Ade!more=Mehr, additional [more]",
        "bye=Ade!hello=Hallo {0}, in another order"
    })
    void otherKeysAreFound(String lines, String fault) {
        assertThat(TranslationFaults.in(lines.replace('!', '\n').getBytes(UTF_8), ENGLISH))
                .anyMatch(found -> found.contains(fault));
    }

    @Test
    void aMissingPlaceholderIsFound() {
        assertThat(TranslationFaults.in("hello=Hallo {0}\nbye=Ade".getBytes(UTF_8), ENGLISH))
                .containsExactly("hello: other placeholders");
    }

    @Test
    void aKeyThatIsThereTwiceIsFound() {
        assertThat(TranslationFaults.in("hello=Hallo {0}, {1}\nbye=Ade\nbye=Tschüs".getBytes(UTF_8), ENGLISH))
                .containsExactly("bye: twice");
    }

    @Test
    void anotherEncodingIsFound() {
        assertThat(TranslationFaults.in("hello=Grüezi {0}, {1}\nbye=Ade".getBytes(ISO_8859_1), ENGLISH))
                .containsExactly("not UTF-8");
    }
}
