// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.sms;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderFactory;

/** The gateways that are installed on this server, and what each lacks. */
public final class SmsGateways {
    private final KeycloakSessionFactory factory;

    public SmsGateways(KeycloakSessionFactory factory) {
        this.factory = factory;
    }

    /**
     * Tells what keeps a gateway from working.
     *
     * @param id as in the setting {@code sms-gateway}
     * @return each names the server option; empty when all is well
     */
    public List<String> problems(String id) {
        ProviderFactory<?> gateway = find(id);
        if (gateway == null) {
            return List.of("sms-gateway " + id + " is not installed; there are: " + String.join(", ", ids().toList()));
        }
        return gateway instanceof SmsProviderFactory known
                ? known.problems().stream()
                        .map(problem -> "sms-gateway " + id + ": " + problem)
                        .toList()
                : List.of();
    }

    /** One sentence on all of them, for the console's form. */
    public String summary() {
        List<String> each = ids().map(id -> problems(id).isEmpty() ? id + " (ready)" : id + " (not set up)")
                .toList();
        return "Installed: " + String.join(", ", each) + ".";
    }

    public boolean isReady(Optional<String> id) {
        return id.isPresent() && problems(id.get()).isEmpty();
    }

    private Stream<String> ids() {
        return factory.getProviderFactoriesStream(SmsProvider.class)
                .map(gateway -> gateway.getId())
                .sorted();
    }

    private @Nullable ProviderFactory<?> find(String id) {
        return factory.getProviderFactoriesStream(SmsProvider.class)
                .filter(gateway -> gateway.getId().equals(id))
                .findFirst()
                .orElse(null);
    }
}
