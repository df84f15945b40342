// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.limits;

/** A guess that was counted before it was compared. */
@FunctionalInterface
public interface Attempt {
    /** Takes it off the count again: the guess was right. */
    void giveBack();
}
