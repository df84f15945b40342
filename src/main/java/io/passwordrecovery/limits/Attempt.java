// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.limits;

/**
 * A guess that was counted before it was compared.
 *
 * @param left how many guesses remain after this one
 * @param undo takes it off the count again
 */
public record Attempt(int left, Runnable undo) {
    /** The guess was right, and counts no longer. */
    public void giveBack() {
        undo.run();
    }
}
