// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak;

import org.keycloak.provider.ProviderFactory;

/** Makes a {@link PasswordRecoveryProvider} for each request. */
public interface PasswordRecoveryProviderFactory extends ProviderFactory<PasswordRecoveryProvider> {}
