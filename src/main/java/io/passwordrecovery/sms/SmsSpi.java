// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.sms;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** Makes {@link SmsProvider} known to Keycloak. */
public final class SmsSpi implements Spi {
    /** Server options are {@code --spi-password-recovery-sms--<gateway>--…}. */
    public static final String NAME = "password-recovery-sms";

    @Override
    public boolean isInternal() {
        return false;
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public Class<? extends Provider> getProviderClass() {
        return SmsProvider.class;
    }

    @Override
    @SuppressWarnings("rawtypes") // as Keycloak declares it
    public Class<? extends ProviderFactory> getProviderFactoryClass() {
        return SmsProviderFactory.class;
    }
}
