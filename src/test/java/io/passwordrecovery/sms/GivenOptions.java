// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.sms;

import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.keycloak.Config;

/** A gateway's server options, as Keycloak would read them. */
@SuppressWarnings("deprecation") // Keycloak's interface asks for it
public record GivenOptions(Map<String, String> values) implements Config.Scope {
    @Override
    public @Nullable String get(String key) {
        return values.get(key);
    }

    @Override
    public String get(String key, String defaultValue) {
        return values.getOrDefault(key, defaultValue);
    }

    @Override
    public String @Nullable [] getArray(String key) {
        return null;
    }

    @Override
    public @Nullable Integer getInt(String key) {
        String value = get(key);
        return value == null ? null : Integer.valueOf(value);
    }

    @Override
    public Integer getInt(String key, Integer defaultValue) {
        Integer value = getInt(key);
        return value == null ? defaultValue : value;
    }

    @Override
    public @Nullable Long getLong(String key) {
        return null;
    }

    @Override
    public Long getLong(String key, Long defaultValue) {
        return defaultValue;
    }

    @Override
    public @Nullable Boolean getBoolean(String key) {
        return null;
    }

    @Override
    public Boolean getBoolean(String key, Boolean defaultValue) {
        return defaultValue;
    }

    @Override
    public Config.Scope scope(String... scope) {
        return this;
    }

    @Override
    public Set<String> getPropertyNames() {
        return values.keySet();
    }

    @Override
    public Config.Scope root() {
        return this;
    }
}
