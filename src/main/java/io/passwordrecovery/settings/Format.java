// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.settings;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The accepted form of a setting.
 *
 * @param accepted completes the sentence "must be …"
 * @param choices every value, where they can be listed
 * @param isBoolean shown as a switch
 * @param parser throws {@link IllegalArgumentException} for anything else
 */
public record Format<T>(String accepted, List<String> choices, boolean isBoolean, Function<String, T> parser) {
    private static final Pattern SEPARATOR = Pattern.compile("\\s*,\\s*|##");

    T parse(String text) {
        return parser.apply(text);
    }

    static Format<Integer> number(int min, int max, String unit) {
        String accepted = (min + " to " + max + " " + unit).strip();
        return new Format<>(accepted, List.of(), false, text -> inRange(Integer.parseInt(text), min, max));
    }

    static Format<Duration> seconds(int min, int max) {
        Format<Integer> number = number(min, max, "seconds");
        return new Format<>(number.accepted(), List.of(), false, text -> Duration.ofSeconds(number.parse(text)));
    }

    /** Two numbers; an hour's may not exceed its day's. */
    static Format<HourAndDay> hourAndDay() {
        return new Format<>("two numbers from 0 to 1000000, per hour and per day: 5,10", List.of(), false, text -> {
            List<Integer> numbers = split(text).stream()
                    .map(number -> inRange(Integer.parseInt(number), 0, 1_000_000))
                    .toList();
            if (numbers.size() != 2 || numbers.get(0) > numbers.get(1)) {
                throw new IllegalArgumentException(text);
            }
            return new HourAndDay(numbers.get(0), numbers.get(1));
        });
    }

    static Format<Boolean> bool() {
        return new Format<>("true or false", List.of(), true, Format::strictBoolean);
    }

    /** One of an enum's constants, spelt {@code lower-case-with-dashes}. */
    static <E extends Enum<E>> Format<E> oneOf(Class<E> type) {
        List<String> choices =
                Arrays.stream(type.getEnumConstants()).map(Format::spelling).toList();
        return new Format<>(
                "one of " + String.join(", ", choices),
                choices,
                false,
                text -> type.getEnumConstants()[indexOf(choices, text)]);
    }

    /** At least one of an enum's constants, in the order given, none twice. */
    static <E extends Enum<E>> Format<List<E>> someOf(Class<E> type) {
        String names = String.join(
                ", ", Arrays.stream(type.getEnumConstants()).map(Enum::name).toList());
        return new Format<>("one or more of " + names + ", separated by commas", List.of(), false, text -> {
            List<E> values =
                    split(text).stream().map(name -> Enum.valueOf(type, name)).toList();
            if (values.isEmpty() || Set.copyOf(values).size() < values.size()) {
                throw new IllegalArgumentException(text);
            }
            return values;
        });
    }

    /** One word, or none. */
    static Format<Optional<String>> word(String accepted, Pattern word) {
        return new Format<>(accepted, List.of(), false, text -> {
            if (!text.isEmpty() && !word.matcher(text).matches()) {
                throw new IllegalArgumentException(text);
            }
            return text.isEmpty() ? Optional.empty() : Optional.of(text);
        });
    }

    /** Words separated by commas; may be empty. */
    static Format<Set<String>> words(String accepted, Pattern word) {
        return new Format<>(accepted, List.of(), false, text -> {
            Set<String> words = new LinkedHashSet<>(split(text));
            if (!words.stream().allMatch(word.asMatchPredicate())) {
                throw new IllegalArgumentException(text);
            }
            return Set.copyOf(words);
        });
    }

    private static List<String> split(String text) {
        return text.isBlank() ? List.of() : List.of(SEPARATOR.split(text.strip(), -1));
    }

    private static int inRange(int value, int min, int max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(Integer.toString(value));
        }
        return value;
    }

    private static boolean strictBoolean(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    private static int indexOf(List<String> choices, String text) {
        int index = choices.indexOf(text);
        if (index < 0) {
            throw new IllegalArgumentException(text);
        }
        return index;
    }

    private static String spelling(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
