// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;
import org.keycloak.provider.ServerInfoAwareProviderFactory;
import org.keycloak.provider.Spi;

import io.passwordrecovery.code.CodeGenerator;
import io.passwordrecovery.delivery.DeliveryQueue;
import io.passwordrecovery.delivery.QueueLimits;
import io.passwordrecovery.keycloak.audit.DayFigures;
import io.passwordrecovery.keycloak.audit.DeliveryMetrics;
import io.passwordrecovery.keycloak.audit.RealmLabel;
import io.passwordrecovery.keycloak.compat.ServerApi;
import io.passwordrecovery.keycloak.messages.KeycloakDeliverer;
import io.passwordrecovery.keycloak.messages.Queued;
import io.passwordrecovery.keycloak.realm.KeycloakClock;
import io.passwordrecovery.keycloak.realm.SmsStatus;
import io.passwordrecovery.keycloak.store.StoreProof;
import io.passwordrecovery.keycloak.users.ExistingPhones;

/** Holds what outlives a request on this node: the delivery queue. */
public final class DefaultPasswordRecoveryProviderFactory
        implements PasswordRecoveryProviderFactory, ServerInfoAwareProviderFactory {
    private static final Logger LOG = Logger.getLogger(DefaultPasswordRecoveryProviderFactory.class);

    private static final String CAPACITY = "queue-capacity";
    private static final int DEFAULT_CAPACITY = 1_000;
    private static final String THREADS = "queue-threads";
    private static final int DEFAULT_THREADS = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String DRAIN_SECONDS = "queue-drain-seconds";
    private static final int DEFAULT_DRAIN_SECONDS = 20;
    private static final String SPREAD_MILLISECONDS = "spread-milliseconds";
    private static final int DEFAULT_SPREAD_MILLISECONDS = 1_000;

    private final CodeGenerator generator = new CodeGenerator(new SecureRandom());
    private final DayFigures figures = new DayFigures(new KeycloakClock());
    private @Nullable QueueLimits limits;
    private @Nullable RecoveryNode node;
    private Set<Class<? extends Provider>> providers = Set.of();

    @Override
    public String getId() {
        return "default";
    }

    @Override
    public PasswordRecoveryProvider create(KeycloakSession session) {
        return new DefaultPasswordRecoveryProvider(session, Objects.requireNonNull(node));
    }

    @Override
    public void init(Config.Scope config) {
        limits = new QueueLimits(
                config.getInt(CAPACITY, DEFAULT_CAPACITY),
                config.getInt(THREADS, DEFAULT_THREADS),
                PATIENCE,
                Duration.ofSeconds(config.getInt(DRAIN_SECONDS, DEFAULT_DRAIN_SECONDS)),
                Duration.ofMillis(config.getInt(SPREAD_MILLISECONDS, DEFAULT_SPREAD_MILLISECONDS)));
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        QueueLimits size = Objects.requireNonNull(limits);
        DeliveryQueue<Queued> queue = new DeliveryQueue<>(
                new KeycloakDeliverer(factory, new QueueCore(generator, figures), figures), size, new KeycloakClock());
        providers = Set.copyOf(factory.getSpis().stream()
                .<Class<? extends Provider>>map(Spi::getProviderClass)
                .filter(type -> type != PasswordRecoveryProvider.class)
                .collect(Collectors.toSet()));
        DeliveryMetrics.watch(queue, size);
        ExistingPhones phones = new ExistingPhones(factory);
        Readiness ready = new Readiness(ServerApi.missing(), new StoreProof(factory)::complaint, new KeycloakClock());
        node = new RecoveryNode(generator, queue, size.capacity(), figures, ready);
        factory.register(event -> {
            if (event instanceof PostMigrationEvent) {
                ready.isGiven();
                KeycloakModelUtils.runJobInTransaction(factory, SmsStatus::warn);
                phones.serverHasStarted();
            } else if (event instanceof RealmModel.RealmPostCreateEvent created) {
                phones.realmIsNew(created.getKeycloakSession(), created.getCreatedRealm());
            }
        });
    }

    /**
     * Everything else is closed after this factory, which goes on to deliver what the queue holds: a delivery reads users,
     * renders themes, asks the store, sends by the server's HTTP client. Nothing has to be there before this factory, so
     * nothing is named until the server has started.
     */
    @Override
    public Set<Class<? extends Provider>> dependsOn() {
        return providers;
    }

    @Override
    public void close() {
        if (node != null) {
            DeliveryQueue<Queued> queue = node.queue();
            if (queue.depth() > 0) {
                LOG.infof("%d messages wait for delivery; the server stops when they are sent", queue.depth());
            }
            int lost = queue.close();
            if (lost > 0) {
                LOG.warnf(
                        "%d messages could not be sent before the server stopped; the realms' events say whose", lost);
            }
        }
    }

    /** Which version runs: in the console under Server info → Provider info. */
    @Override
    public Map<String, String> getOperationalInfo() {
        String version = getClass().getPackage().getImplementationVersion();
        return Map.of("version", version == null ? "unknown" : version);
    }

    @Override
    public List<ProviderConfigProperty> getConfigMetadata() {
        return ProviderConfigurationBuilder.create()
                .property()
                .name(CAPACITY)
                .type(ProviderConfigProperty.INTEGER_TYPE)
                .helpText(
                        "Messages that may wait for delivery on a node. A realm that has three quarters of them, or three times as many as are free, is refused more with 503.")
                .defaultValue(DEFAULT_CAPACITY)
                .add()
                .property()
                .name(THREADS)
                .type(ProviderConfigProperty.INTEGER_TYPE)
                .helpText(
                        "Threads of a node that deliver messages. Tries that take longer than five seconds go on beside them.")
                .defaultValue(DEFAULT_THREADS)
                .add()
                .property()
                .name(DRAIN_SECONDS)
                .type(ProviderConfigProperty.INTEGER_TYPE)
                .helpText("How long a stopping node goes on to deliver what is waiting, in seconds.")
                .defaultValue(DEFAULT_DRAIN_SECONDS)
                .add()
                .property()
                .name(SPREAD_MILLISECONDS)
                .type(ProviderConfigProperty.INTEGER_TYPE)
                .helpText(
                        "How long at most, at random, an accepted request waits to be worked off, and its code to be sent, in milliseconds.")
                .defaultValue(DEFAULT_SPREAD_MILLISECONDS)
                .add()
                .property()
                .name(RealmLabel.OPTION)
                .type(ProviderConfigProperty.BOOLEAN_TYPE)
                .helpText("Whether metrics have the label realm: as many series again for each realm.")
                .defaultValue(false)
                .add()
                .build();
    }
}
