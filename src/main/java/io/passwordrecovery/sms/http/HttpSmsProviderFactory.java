// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.sms.http;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;

import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.ProviderConfigProperty;

import io.passwordrecovery.sms.SmsProvider;
import io.passwordrecovery.sms.gateway.GatewayFactory;
import io.passwordrecovery.sms.gateway.GatewaySecret;

/** The gateway {@code http}: a webhook of the operator's, which sends by whichever service they like. */
public final class HttpSmsProviderFactory extends GatewayFactory {
    private static final String URL = "url";
    private static final String SECRET = "secret";
    private static final String SECRET_IN_VAULT = "secret-in-vault";
    // As long as what HMAC-SHA-256 makes of it (RFC 2104, section 3).
    private static final int LEAST_SECRET = 32;

    // The receiver compares with its own clock, not with one that Keycloak's tests can shift.
    private final Clock clock = Clock.systemUTC();

    @Override
    public String getId() {
        return "http";
    }

    @Override
    public SmsProvider create(KeycloakSession session) {
        GatewaySecret secret =
                new GatewaySecret(options().get(SECRET), options().get(SECRET_IN_VAULT));
        URI url = URI.create(options().get(URL).orElseThrow());
        return new HttpSmsProvider(url, () -> secret.read(session), post(session), clock);
    }

    @Override
    protected List<ProviderConfigProperty> optionProperties() {
        return List.of(
                option(URL, "Where text messages are posted to, for example https://sms.example.test/send.", false),
                option(
                        SECRET,
                        "The secret that requests are signed with; at least " + LEAST_SECRET + " random characters.",
                        true),
                option(SECRET_IN_VAULT, "The name of the secret in Keycloak's vault, instead of the secret.", false));
    }

    @Override
    protected List<List<String>> needed() {
        return List.of(List.of(URL), List.of(SECRET, SECRET_IN_VAULT));
    }

    @Override
    protected Map<String, Integer> secretLengths() {
        return Map.of(SECRET, LEAST_SECRET);
    }

    @Override
    protected List<String> urls() {
        return List.of(URL);
    }
}
