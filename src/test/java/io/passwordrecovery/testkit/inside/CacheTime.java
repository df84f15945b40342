// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.testkit.inside;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.IntStream;

import org.keycloak.common.Profile;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.Provider;

/**
 * Lets the entries of Infinispan's caches expire by Keycloak's time, as Keycloak's own tests do ({@code
 * InfinispanTestUtil}). By reflection: Infinispan is no dependency, and its version is the server's affair.
 */
final class CacheTime {
    private static final String CONNECTION = "org.keycloak.connections.infinispan.InfinispanConnectionProvider";
    private static final String TIME_SERVICE = "org.infinispan.commons.time.TimeService";

    private static boolean followed;

    private CacheTime() {}

    /** No effect where there is no embedded cache. */
    static synchronized void follow(KeycloakSession session) {
        // Without caches there is nothing to follow: the database's entries end by Keycloak's time.
        if (followed || isStateless()) {
            return;
        }
        followed = true;
        try {
            Object connection = session.getProvider(type(CONNECTION).asSubclass(Provider.class));
            if (connection != null) {
                replaceTimeService(connection);
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Infinispan is not as this class knows it", e);
        }
    }

    // By name: before 26.7 there was no such feature.
    private static boolean isStateless() {
        return Arrays.stream(Profile.Feature.values())
                .anyMatch(feature -> feature.name().equals("STATELESS") && Profile.isFeatureEnabled(feature));
    }

    private static void replaceTimeService(Object connection) throws ReflectiveOperationException {
        Object cache = call(type(CONNECTION), connection, "getCache", "actionTokens");
        Class<?> cacheType = type("org.infinispan.Cache");
        Object manager = call(cacheType, cache, "getCacheManager");
        Class<?> globalType = type("org.infinispan.factories.GlobalComponentRegistry");
        Object global = call(globalType, null, "of", manager);
        Class<?> registryType = type("org.infinispan.factories.impl.BasicComponentRegistry");
        Object registry = call(globalType, global, "getComponent", registryType);

        Object old = call(globalType, global, "getTimeService");
        call(registryType, registry, "replaceComponent", TIME_SERVICE, shifted(old), true);
        call(globalType, global, "rewire");
        call(globalType, global, "rewireNamedRegistries");
    }

    private static Object shifted(Object timeService) throws ReflectiveOperationException {
        Class<?> type = type(TIME_SERVICE);
        return Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> switch (method.getName()) {
                    case "wallClockTime" -> Time.currentTimeMillis();
                    case "instant" -> Instant.ofEpochMilli(Time.currentTimeMillis());
                    default -> method.invoke(timeService, arguments);
                });
    }

    private static Object call(Class<?> type, Object target, String name, Object... arguments)
            throws ReflectiveOperationException {
        for (Method method : type.getMethods()) {
            if (method.getName().equals(name) && accepts(method.getParameterTypes(), arguments)) {
                return method.invoke(target, arguments);
            }
        }
        throw new NoSuchMethodException(type.getName() + "." + name);
    }

    private static boolean accepts(Class<?>[] types, Object[] arguments) {
        return types.length == arguments.length
                && IntStream.range(0, types.length)
                        .allMatch(i -> types[i].isPrimitive() || types[i].isInstance(arguments[i]));
    }

    private static Class<?> type(String name) throws ClassNotFoundException {
        return Class.forName(name, true, Thread.currentThread().getContextClassLoader());
    }
}
