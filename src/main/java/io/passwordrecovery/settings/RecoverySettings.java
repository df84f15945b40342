// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.settings;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** A realm's settings, each read once, checked and typed. */
public final class RecoverySettings {
    private final Map<Option<?>, Object> values;
    private final List<InvalidSettingException> problems;

    private RecoverySettings(Map<Option<?>, Object> values, List<InvalidSettingException> problems) {
        this.values = Map.copyOf(values);
        this.problems = List.copyOf(problems);
    }

    /**
     * Reads stored settings. A missing or empty value means the default; so does an invalid one, which is also kept
     * among the {@link #problems}: a mistyped number must neither stop the realm's users nor switch a limit off.
     *
     * @param stored by {@link Option#key}; other keys are ignored
     */
    public static RecoverySettings of(Map<String, String> stored) {
        Map<Option<?>, Object> values = new HashMap<>();
        List<InvalidSettingException> problems = new ArrayList<>();
        for (Option<?> option : RecoveryOptions.ALL) {
            try {
                values.put(option, valueOf(option, stored.get(option.key())));
            } catch (InvalidSettingException problem) {
                problems.add(problem);
                values.put(option, option.defaultValue());
            }
        }
        return new RecoverySettings(values, problems);
    }

    @SuppressWarnings("unchecked") // of() puts in what the option's own parser returned
    public <T> T get(Option<T> option) {
        Object value = values.get(option);
        if (value == null) {
            throw new IllegalArgumentException(option.key() + " is not in RecoveryOptions.ALL");
        }
        return (T) value;
    }

    /** What was stored and could not be read; empty when all is well. */
    public List<InvalidSettingException> problems() {
        return problems;
    }

    private static Object valueOf(Option<?> option, @Nullable String text) {
        Object value = text == null || text.isBlank() ? option.defaultValue() : option.parse(text);
        if (value == null) {
            throw new IllegalStateException("no value for " + option.key());
        }
        return value;
    }
}
