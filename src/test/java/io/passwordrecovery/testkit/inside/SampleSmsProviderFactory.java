// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.testkit.inside;

import org.jboss.logging.Logger;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

import io.passwordrecovery.sms.SmsException;
import io.passwordrecovery.sms.SmsMessage;
import io.passwordrecovery.sms.SmsProvider;
import io.passwordrecovery.sms.SmsProviderFactory;

/** The gateway {@code sample}: somebody else's, in a jar of its own. It refuses numbers that end with 99. */
public final class SampleSmsProviderFactory implements SmsProviderFactory {
    private static final Logger LOG = Logger.getLogger(SampleSmsProviderFactory.class);

    @Override
    public String getId() {
        return "sample";
    }

    @Override
    public SmsProvider create(KeycloakSession session) {
        return new SampleSmsProvider();
    }

    @Override
    public void init(Config.Scope config) {
        // no options
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        // nothing to prepare
    }

    @Override
    public void close() {
        // nothing is held
    }

    private static final class SampleSmsProvider implements SmsProvider {
        @Override
        public void send(SmsMessage message) throws SmsException {
            if (message.to().endsWith("99")) {
                throw SmsException.permanent("the sample refuses", null);
            }
            LOG.infof("sample gateway: %s for realm %s", message.purpose(), message.realm());
        }

        @Override
        public void close() {
            // nothing is held
        }
    }
}
