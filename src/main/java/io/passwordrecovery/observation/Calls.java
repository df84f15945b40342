// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.observation;

import java.util.function.Function;
import java.util.function.Supplier;

/** Watches calls: how long they take, and what becomes of them. Never who made them, or what they said. */
public interface Calls {
    /**
     * Does the work and returns what comes of it; what the work throws is watched, and thrown.
     *
     * @param outcome says in a word what the result is
     */
    <T> T observe(Call call, Supplier<T> work, Function<T, CallOutcome> outcome);
}
