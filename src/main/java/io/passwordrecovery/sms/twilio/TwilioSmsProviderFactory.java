// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.sms.twilio;

import java.util.List;
import java.util.Optional;

import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.ProviderConfigProperty;

import io.passwordrecovery.sms.SmsProvider;
import io.passwordrecovery.sms.gateway.GatewayFactory;
import io.passwordrecovery.sms.gateway.GatewaySecret;

/** The gateway {@code twilio}. */
public final class TwilioSmsProviderFactory extends GatewayFactory {
    private static final String ACCOUNT_SID = "account-sid";
    private static final String AUTH_TOKEN = "auth-token";
    private static final String AUTH_TOKEN_IN_VAULT = "auth-token-in-vault";
    private static final String FROM = "from";
    private static final String MESSAGING_SERVICE_SID = "messaging-service-sid";
    private static final String BASE_URL = "base-url";
    private static final String DEFAULT_BASE_URL = "https://api.twilio.com";

    @Override
    public String getId() {
        return "twilio";
    }

    @Override
    public SmsProvider create(KeycloakSession session) {
        Optional<String> service = options().get(MESSAGING_SERVICE_SID);
        TwilioAccount account = new TwilioAccount(
                options().get(BASE_URL).orElse(DEFAULT_BASE_URL),
                options().get(ACCOUNT_SID).orElseThrow(),
                service.isPresent() ? "MessagingServiceSid" : "From",
                service.or(() -> options().get(FROM)).orElseThrow());
        GatewaySecret token =
                new GatewaySecret(options().get(AUTH_TOKEN), options().get(AUTH_TOKEN_IN_VAULT));
        return new TwilioSmsProvider(account, () -> token.read(session), post(session));
    }

    @Override
    protected List<ProviderConfigProperty> optionProperties() {
        return List.of(
                option(ACCOUNT_SID, "The account's SID, AC and 32 digits.", false),
                option(AUTH_TOKEN, "The account's auth token.", true),
                option(AUTH_TOKEN_IN_VAULT, "The name of the auth token in Keycloak's vault, instead of it.", false),
                option(FROM, "The number or name that messages come from.", false),
                option(MESSAGING_SERVICE_SID, "The SID of a messaging service, instead of a sender.", false),
                option(BASE_URL, "Where Twilio's API is, if not at " + DEFAULT_BASE_URL + ".", false));
    }

    @Override
    protected List<List<String>> needed() {
        return List.of(
                List.of(ACCOUNT_SID), List.of(AUTH_TOKEN, AUTH_TOKEN_IN_VAULT), List.of(FROM, MESSAGING_SERVICE_SID));
    }

    @Override
    protected List<String> urls() {
        return List.of(BASE_URL);
    }
}
