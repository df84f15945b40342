// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.theme;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What is wrong with a file of messages, compared with English: one line for each fault, which names the key. */
final class TranslationFaults {
    static final String AS_ENGLISH = ": as in English";

    /** The same word in several languages: "Code" is also German, French and Dutch. */
    private static final Set<String> MAY_BE_ENGLISH = Set.of("resetCodeLabel");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^}]*}");
    private static final Map<Pattern, String> NEVER = Map.of(
            Pattern.compile("^\\s*$"), ": blank",
            Pattern.compile("[<>&]"), ": HTML",
            Pattern.compile("\\\\"), ": an escape",
            // UTF-8 that was read as Latin-1 or Windows-1252, the replacement character, control characters
            Pattern.compile("[ÂÃÄÅÐÑ][\\x80-\\xBF]|â[\\x80€]|\\uFFFD|\\p{Cc}"), ": broken characters",
            // MessageFormat swallows it, and all placeholders behind it
            Pattern.compile("(?<!')'('')*(?!')"), ": a single apostrophe");

    private final List<String> faults = new ArrayList<>();

    private TranslationFaults() {}

    static List<String> in(byte[] file, byte[] english) {
        TranslationFaults found = new TranslationFaults();
        try {
            found.compare(found.messages(decoded(file)), found.messages(decoded(english)));
        } catch (CharacterCodingException e) {
            found.faults.add("not UTF-8");
        }
        return found.faults;
    }

    /** Strict, other than String's constructor and Keycloak, which falls back to Latin-1. */
    private static String decoded(byte[] file) throws CharacterCodingException {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
    }

    private Map<String, String> messages(String text) {
        Map<String, String> messages = new LinkedHashMap<>();
        for (String line : text.lines().toList()) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] parts = line.split("=", 2);
                if (messages.put(parts[0], parts.length == 1 ? "" : parts[1]) != null) {
                    faults.add(parts[0] + ": twice");
                }
            }
        }
        return messages;
    }

    private void compare(Map<String, String> translated, Map<String, String> english) {
        if (!List.copyOf(translated.keySet()).equals(List.copyOf(english.keySet()))) {
            faults.add("other keys, or in another order: missing " + without(english, translated) + ", additional "
                    + without(translated, english));
        }
        translated.forEach((key, message) -> {
            form(key, message);
            likeness(key, message, english.getOrDefault(key, message));
        });
    }

    private void form(String key, String message) {
        NEVER.forEach((pattern, fault) -> {
            if (pattern.matcher(message).find()) {
                faults.add(key + fault);
            }
        });
        try {
            MessageFormat.format(message, "");
        } catch (IllegalArgumentException e) {
            faults.add(key + ": no MessageFormat");
        }
    }

    private void likeness(String key, String message, String english) {
        if (!placeholders(message).equals(placeholders(english))) {
            faults.add(key + ": other placeholders");
        }
        if (message.equals(english) && !MAY_BE_ENGLISH.contains(key)) {
            faults.add(key + AS_ENGLISH);
        }
    }

    private static List<String> placeholders(String message) {
        return PLACEHOLDER
                .matcher(message)
                .results()
                .map(MatchResult::group)
                .sorted()
                .toList();
    }

    private static List<String> without(Map<String, String> some, Map<String, String> others) {
        return some.keySet().stream().filter(key -> !others.containsKey(key)).toList();
    }
}
