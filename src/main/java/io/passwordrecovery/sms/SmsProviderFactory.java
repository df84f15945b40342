// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.sms;

import java.util.List;

import org.keycloak.provider.ProviderFactory;

/** Makes the {@link SmsProvider} of one gateway, whose id realms choose in the setting {@code sms-gateway}. */
public interface SmsProviderFactory extends ProviderFactory<SmsProvider> {
    /**
     * What keeps the gateway from working on this server, each by its full name: {@code
     * --spi-password-recovery-sms--http--url is missing}. While there is any, no realm sends by this gateway, the admin
     * is told when choosing it, and the server's log says it at start-up. A factory MUST NOT throw for a missing option
     * instead: that would stop the whole server.
     *
     * @return empty when all is well
     */
    default List<String> problems() {
        return List.of();
    }
}
