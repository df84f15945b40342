// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.sms.gateway;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;

import org.keycloak.common.util.Environment;

/** Where a gateway may be: codes, and the gateway's own secret, cross no network in the clear. */
final class GatewayUrl {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private GatewayUrl() {}

    /** Completes the sentence "the option …"; empty when all is well. */
    static Optional<String> problem(String text) {
        try {
            URI url = new URI(text);
            boolean isHttp = "http".equalsIgnoreCase(url.getScheme());
            if (url.getHost() == null || !(isHttp || "https".equalsIgnoreCase(url.getScheme()))) {
                return Optional.of("must be an http or https URL");
            }
            return isHttp && !THIS_MACHINE.contains(url.getHost()) && !Environment.isDevMode()
                    ? Optional.of("must be an https URL; http is for this machine, and for development mode")
                    : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.of("must be an http or https URL");
        }
    }
}
