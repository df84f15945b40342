// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.sms.gateway;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.Config;
import org.keycloak.connections.httpclient.HttpClientProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;

import io.passwordrecovery.sms.SmsProviderFactory;

/** The factory of a gateway over HTTP: reads its options, and says what is wrong with them. */
public abstract class GatewayFactory implements SmsProviderFactory {
    private static final Logger LOG = Logger.getLogger(GatewayFactory.class);

    private static final String TIMEOUT = "timeout-seconds";
    private static final int DEFAULT_TIMEOUT = 10;
    private static final int LONGEST_TIMEOUT = 30;

    private @Nullable GatewayOptions options;
    private Duration timeout = Duration.ofSeconds(DEFAULT_TIMEOUT);

    /** The options' keys and what each is, without the timeout, which all gateways have. */
    protected abstract List<ProviderConfigProperty> optionProperties();

    /** What must be there: each a list of alternatives, of which one is enough. */
    protected abstract List<List<String>> needed();

    /** The keys whose values are URLs. */
    protected abstract List<String> urls();

    /** The least lengths of the secrets that an operator makes up. */
    protected Map<String, Integer> secretLengths() {
        return Map.of();
    }

    protected final GatewayOptions options() {
        return Objects.requireNonNull(options, "init comes first");
    }

    protected final GatewayPost post(KeycloakSession session) {
        return new GatewayPost(session.getProvider(HttpClientProvider.class).getHttpClient(), timeout);
    }

    @Override
    public final List<String> problems() {
        List<String> problems = new ArrayList<>(options().missing(needed()));
        for (String key : urls()) {
            options()
                    .get(key)
                    .flatMap(GatewayUrl::problem)
                    .ifPresent(problem -> problems.add(options().name(key) + " " + problem));
        }
        secretLengths()
                .forEach((key, least) -> options()
                        .get(key)
                        .filter(secret -> secret.length() < least)
                        .ifPresent(secret ->
                                problems.add(options().name(key) + " must have at least " + least + " characters")));
        return problems;
    }

    @Override
    public final void init(Config.Scope config) {
        List<String> keys =
                optionProperties().stream().map(ProviderConfigProperty::getName).toList();
        options = new GatewayOptions(getId(), config, keys);
        int seconds = config.getInt(TIMEOUT, DEFAULT_TIMEOUT);
        timeout = Duration.ofSeconds(Math.max(1, Math.min(seconds, LONGEST_TIMEOUT)));
    }

    // Half a configuration is a mistake; none at all is a gateway that nobody wants.
    @Override
    public final void postInit(KeycloakSessionFactory factory) {
        if (options().areAnySet()) {
            problems().forEach(problem -> LOG.warnf("SMS gateway %s cannot be used: %s", getId(), problem));
        }
    }

    @Override
    public final void close() {
        // nothing is held
    }

    @Override
    public final List<ProviderConfigProperty> getConfigMetadata() {
        List<ProviderConfigProperty> all = new ArrayList<>(optionProperties());
        all.addAll(ProviderConfigurationBuilder.create()
                .property()
                .name(TIMEOUT)
                .type(ProviderConfigProperty.INTEGER_TYPE)
                .helpText("How long one request to the gateway may take, in seconds; at most " + LONGEST_TIMEOUT + ".")
                .defaultValue(DEFAULT_TIMEOUT)
                .add()
                .build());
        return all;
    }

    protected static ProviderConfigProperty option(String key, String help, boolean isSecret) {
        ProviderConfigProperty property = new ProviderConfigProperty();
        property.setName(key);
        property.setHelpText(help);
        property.setType(ProviderConfigProperty.STRING_TYPE);
        property.setSecret(isSecret);
        return property;
    }
}
