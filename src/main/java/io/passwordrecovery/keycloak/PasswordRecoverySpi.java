// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** Makes {@link PasswordRecoveryProvider} known to Keycloak. */
public final class PasswordRecoverySpi implements Spi {
    /** Server options are {@code --spi-password-recovery--default--…}. */
    public static final String NAME = "password-recovery";

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
        return PasswordRecoveryProvider.class;
    }

    @Override
    @SuppressWarnings("rawtypes") // as Keycloak declares it
    public Class<? extends ProviderFactory> getProviderFactoryClass() {
        return PasswordRecoveryProviderFactory.class;
    }
}
