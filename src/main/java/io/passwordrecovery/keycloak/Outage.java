// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak;

import java.io.EOFException;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;

/** Tells faults of what Keycloak stands on, its database, directories and caches, which pass, from those of programs. */
public final class Outage {
    /** When to come back. */
    public static final Duration RETRY_AFTER = Duration.ofSeconds(10);

    // By name: Infinispan is the server's affair, embedded or remote.
    private static final String CACHES = "org.infinispan.";
    private static final Set<String> CACHE_FAULTS = Set.of(
            "TimeoutException",
            "SuspectException",
            "AvailabilityException",
            "IllegalLifecycleStateException",
            "RemoteIllegalLifecycleStateException",
            "TransportException",
            "HotRodTimeoutException",
            "CacheUnreachableException");

    // SQL's classes of connection trouble, of want of resources, and PostgreSQL's of an operator who intervenes.
    private static final Set<String> SQL_STATES = Set.of("08", "53", "57");
    private static final Set<String> NETWORK = Set.of("java.net.", "javax.net.");
    private static final int DEEPEST_CAUSE = 20;

    private Outage() {}

    /** Whether one is behind the fault, so that the same call may succeed later. */
    public static boolean isBehind(Throwable fault) {
        return Stream.iterate(fault, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST_CAUSE)
                .anyMatch(cause -> isOfDatabase(cause) || isOfCaches(cause) || isOfNetwork(cause));
    }

    // A pool that gets no connection says so without a state.
    private static boolean isOfDatabase(Throwable cause) {
        return cause instanceof SQLException fault
                && (fault.getSQLState() == null
                        || SQL_STATES.contains(fault.getSQLState()
                                .substring(0, Math.min(2, fault.getSQLState().length()))));
    }

    // Of the faults of a connection Keycloak keeps the deepest alone (EntityManagerProxy, 26.7): the SQL fault is gone
    // then.
    // Mail servers and gateways are not called by requests.
    private static boolean isOfNetwork(Throwable cause) {
        return cause instanceof EOFException
                || (cause instanceof IOException
                        && NETWORK.stream().anyMatch(cause.getClass().getName()::startsWith));
    }

    private static boolean isOfCaches(Throwable cause) {
        return cause.getClass().getName().startsWith(CACHES)
                && CACHE_FAULTS.contains(cause.getClass().getSimpleName());
    }
}
