// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.sms.log;

import java.util.List;

import org.jboss.logging.Logger;
import org.keycloak.Config;
import org.keycloak.common.util.Environment;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

import io.passwordrecovery.sms.SmsMessage;
import io.passwordrecovery.sms.SmsProvider;
import io.passwordrecovery.sms.SmsProviderFactory;

/** The gateway {@code log}: writes messages, codes and all, to the log of a server in development mode, and no other. */
public final class LogSmsProviderFactory implements SmsProviderFactory {
    private static final Logger LOG = Logger.getLogger(LogSmsProviderFactory.class);
    private static final String REFUSAL = "gateway log works in development mode only (kc.sh start-dev)";

    @Override
    public String getId() {
        return "log";
    }

    @Override
    public List<String> problems() {
        return Environment.isDevMode() ? List.of() : List.of(REFUSAL);
    }

    @Override
    public SmsProvider create(KeycloakSession session) {
        if (!problems().isEmpty()) {
            throw new IllegalStateException(REFUSAL);
        }
        return new LogSmsProvider();
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

    private static final class LogSmsProvider implements SmsProvider {
        @Override
        public void send(SmsMessage message) {
            LOG.infof("SMS to %s:%n%s", message.to(), message.text());
        }

        @Override
        public void close() {
            // nothing is held
        }
    }
}
