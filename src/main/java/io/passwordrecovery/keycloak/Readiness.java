// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import org.jboss.logging.Logger;

/**
 * Whether this server lets the plugin keep its rules: it has all of the API that is called, and a store that counts. It
 * is tried when the server starts, and again at the doors until it is so.
 */
final class Readiness {
    private static final Logger LOG = Logger.getLogger(Readiness.class);

    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(10);

    private final List<String> missing;
    private final Supplier<Optional<String>> storesComplaint;
    private final Clock clock;
    private final ReentrantLock trying = new ReentrantLock();
    private Instant nextTry = Instant.MIN;
    private volatile boolean storeCounts;

    /**
     * @param missing the names of what this server lacks
     * @param storesComplaint tries the store, and says what it does wrong
     */
    Readiness(List<String> missing, Supplier<Optional<String>> storesComplaint, Clock clock) {
        this.missing = List.copyOf(missing);
        this.storesComplaint = storesComplaint;
        this.clock = clock;
        if (!missing.isEmpty()) {
            LOG.errorf(
                    "This Keycloak lacks %s, which this version of the plugin needs: every call is refused with 503."
                            + " Install a version of the plugin that knows this Keycloak.",
                    String.join(", ", missing));
        }
    }

    /** The names of what this server lacks. */
    List<String> missing() {
        return missing;
    }

    boolean storeCounts() {
        return storeCounts || tried();
    }

    boolean isGiven() {
        return missing.isEmpty() && storeCounts();
    }

    // One caller tries; the others are told to come back rather than made to wait.
    private boolean tried() {
        if (!trying.tryLock()) {
            return false;
        }
        try {
            if (!storeCounts && !clock.instant().isBefore(nextTry)) {
                storeCounts = counts();
                nextTry = clock.instant().plus(BETWEEN_TRIES);
            }
            return storeCounts;
        } finally {
            trying.unlock();
        }
    }

    private boolean counts() {
        try {
            Optional<String> complaint = storesComplaint.get();
            complaint.ifPresent(wrong -> LOG.errorf(
                    "The single-use store of this server does not count: %s. Guesses would be free, so every call is"
                            + " refused with 503. Known of feature \"stateless\" on MySQL and MariaDB (CVE-2026-90997):"
                            + " fixed in Keycloak 26.7.4.",
                    wrong));
            return complaint.isEmpty();
        } catch (RuntimeException e) {
            LOG.error("Whether the single-use store of this server counts could not be tried; calls are refused", e);
            return false;
        }
    }
}
