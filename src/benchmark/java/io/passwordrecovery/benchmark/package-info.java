// SPDX-License-Identifier: Apache-2.0
/**
 * {@code ./mvnw -Pbenchmark}: what the product promises in time and cost, measured on a real server.
 *
 * <p>Everything is told as a ratio to something of Keycloak's own in the same run, since a machine's speed says nothing. The
 * load comes from this process and the server is another. Gatling and Hyperfoil log milliseconds or histograms; to tell two
 * kinds of names apart needs every single time in microseconds, by turns: so the calls are made by the JDK's HTTP client,
 * and HdrHistogram counts percentiles.
 */
@NullMarked
package io.passwordrecovery.benchmark;

import org.jspecify.annotations.NullMarked;
