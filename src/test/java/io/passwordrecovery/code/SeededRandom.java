// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.code;

import java.security.SecureRandom;
import java.util.Random;

/** Chance that repeats itself, so that a failing test fails again. */
public final class SeededRandom extends SecureRandom {
    private static final long serialVersionUID = 1L;

    private final Random random;

    public SeededRandom(long seed) {
        this.random = new Random(seed);
    }

    @Override
    public int nextInt(int bound) {
        return random.nextInt(bound);
    }

    @Override
    public void nextBytes(byte[] bytes) {
        random.nextBytes(bytes);
    }
}
