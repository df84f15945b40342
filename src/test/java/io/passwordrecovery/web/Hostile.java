// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.web;

import java.nio.charset.StandardCharsets;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** What fuzz tests send: everything that a caller could. */
public final class Hostile {
    private static final String[] PIECES = {
        "{",
        "}",
        "[",
        "]",
        "\"",
        ":",
        ",",
        "null",
        "true",
        "1e999999",
        "-0",
        "\\u0000",
        "\\ud800",
        "\u0000",
        "\u202e",
        "\ufeff",
        "username",
        "Username",
        "code",
        "+1",
        "@",
        "::",
        "%",
        ".",
        "1",
        "\ud83d\ude00",
        "\u0660",
        " ",
        "\n",
    };

    private Hostile() {}

    /** Texts of any characters, and texts that are nearly what is expected. */
    public static Arbitrary<String> text() {
        return Arbitraries.oneOf(
                Arbitraries.strings().all().ofMaxLength(300),
                Arbitraries.strings().ascii().ofMaxLength(60),
                Arbitraries.of(PIECES).list().ofMaxSize(40).map(pieces -> String.join("", pieces)));
    }

    /** Octets, well-formed UTF-8 or not. */
    public static Arbitrary<byte[]> octets() {
        return Arbitraries.oneOf(
                Arbitraries.bytes().array(byte[].class).ofMaxSize(400),
                text().map(text -> text.getBytes(StandardCharsets.UTF_8)),
                json().map(text -> text.getBytes(StandardCharsets.UTF_8)));
    }

    /** JSON objects whose members are texts, numbers, nested or missing. */
    public static Arbitrary<String> json() {
        Arbitrary<String> value = Arbitraries.oneOf(
                text().map(Hostile::quoted),
                Arbitraries.of("null", "true", "1", "-1.5e3", "{}", "[]", "[[[[]]]]", "{\"a\":{\"b\":[1]}}"));
        Arbitrary<String> name = Arbitraries.of("username", "Username", "confirmationCode", "ClientMetadata", "x");
        return Combinators.combine(name, value)
                .as((key, text) -> quoted(key) + ":" + text)
                .list()
                .ofMaxSize(6)
                .map(members -> "{" + String.join(",", members) + "}");
    }

    private static String quoted(String text) {
        StringBuilder json = new StringBuilder("\"");
        text.chars().forEach(unit -> json.append("\\u%04x".formatted(unit)));
        return json.append('"').toString();
    }
}
