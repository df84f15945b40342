// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.sms.gateway;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.keycloak.Config;

import io.passwordrecovery.sms.SmsSpi;

/** A gateway's server options, and what is missing among them. */
public final class GatewayOptions {
    private final String gateway;
    private final Map<String, String> values = new TreeMap<>();

    /** @param keys of all options of the gateway */
    public GatewayOptions(String gateway, Config.Scope scope, List<String> keys) {
        this.gateway = gateway;
        for (String key : keys) {
            String value = scope.get(key);
            if (value != null && !value.isBlank()) {
                values.put(key, value.strip());
            }
        }
    }

    public Optional<String> get(String key) {
        return Optional.ofNullable(values.get(key));
    }

    /** Whether somebody began to set the gateway up. */
    public boolean areAnySet() {
        return !values.isEmpty();
    }

    /** Names the option as it is written on the command line: {@code --spi-password-recovery-sms--http--url}. */
    public String name(String key) {
        return "--spi-" + SmsSpi.NAME + "--" + gateway + "--" + key;
    }

    /**
     * Tells what is missing.
     *
     * @param needed each a list of alternatives, of which one is enough
     */
    public List<String> missing(List<List<String>> needed) {
        List<String> problems = new ArrayList<>();
        for (List<String> alternatives : needed) {
            if (alternatives.stream().noneMatch(values::containsKey)) {
                String names = String.join(
                        " or ", alternatives.stream().map(this::name).toList());
                problems.add(names + " is missing");
            }
        }
        return problems;
    }
}
