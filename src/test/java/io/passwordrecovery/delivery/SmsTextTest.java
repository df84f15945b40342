// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.delivery;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import io.passwordrecovery.code.ResetCode;

import static org.assertj.core.api.Assertions.assertThat;

class SmsTextTest {
    private static final Path MESSAGES = Path.of("themes/inherited/messages");
    private static final List<String> KEYS = List.of("smsResetCode", "smsVerifyPhone", "smsPasswordChanged");

    /** Long, and yet what is found in the wild. */
    private static final String HOST = "login.identity.customers.example.test";

    private static final ResetCode LONGEST_CODE = new ResetCode("123456789012");

    @Test
    void textEndsWithTheLineThatBindsTheCodeToTheHost() {
        String text = SmsText.withCode("123456 is your code.", "sso.example.test", new ResetCode("123456"));

        assertThat(text).isEqualTo("123456 is your code.\n@sso.example.test #123456");
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyMessageInALanguageOfLatinScriptIsOneMessage(Path file) throws IOException {
        Properties messages = messages(file);
        for (String key : KEYS) {
            String pattern = messages.getProperty(key);
            if (pattern == null || !isLatin(pattern)) {
                continue;
            }
            String words = new MessageFormat(pattern, Locale.ROOT).format(new Object[] {LONGEST_CODE.digits()});

            String text =
                    key.equals("smsPasswordChanged") ? SmsText.of(words) : SmsText.withCode(words, HOST, LONGEST_CODE);

            assertThat(Gsm7.covers(text)).as(key + ": " + text).isTrue();
            assertThat(text).as(key).hasSizeLessThanOrEqualTo(Gsm7.ONE_MESSAGE);
        }
    }

    @Test
    void englishHasAllOfThem() throws IOException {
        assertThat(messages(MESSAGES.resolve("messages_en.properties")).stringPropertyNames())
                .containsAll(KEYS);
    }

    @ParameterizedTest
    @CsvSource({
        "Gro\u00dfe \u00dcberraschung, Gro\u00dfe \u00dcberraschung",
        "re\u00e7u \u2013 \u00e0 bient\u00f4t, recu - \u00e0 bientot",
        "za\u017c\u00f3\u0142\u0107 g\u0119\u015bl\u0105, zazolc gesla",
        "p\u0159\u00edli\u0161 \u017elu\u0165ou\u010dk\u00fd, prilis zlutoucky",
        "\u015f\u0131k, sik",
        "l\u2019\u00e9t\u00e9, l'\u00e9t\u00e9",
    })
    void latinLettersAreSpeltWithinTheAlphabet(String text, String spelling) {
        assertThat(Gsm7.spelling(text)).isEqualTo(spelling);
    }

    @Test
    void otherScriptsStayAsTheyAre() {
        for (String text : new String[] {"\u041a\u043e\u0434 123456", "\u0631\u0645\u0632\u0643", "\u3042\u3044"}) {
            assertThat(Gsm7.spelling(text)).isEqualTo(text);
        }
    }

    static Stream<Path> languages() throws IOException {
        try (Stream<Path> files = Files.list(MESSAGES)) {
            return files.sorted().toList().stream();
        }
    }

    private static boolean isLatin(String text) {
        return text.codePoints()
                .filter(Character::isLetter)
                .allMatch(letter -> Character.UnicodeScript.of(letter) == Character.UnicodeScript.LATIN);
    }

    private static Properties messages(Path file) throws IOException {
        Properties messages = new Properties();
        try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            messages.load(reader);
        }
        return messages;
    }
}
