// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.password;

/**
 * Tells codes and proofs from before a change of password from those after it, for every account: of a password that a
 * directory keeps, Keycloak knows no version.
 */
public interface PasswordEpochs {
    /** Another text after each {@link #begin}, for as long as an earlier code or proof could be good; else empty. */
    String of(String accountId);

    /**
     * Makes all codes and proofs of the account void.
     *
     * <p>Takes effect at once, on all nodes, whatever becomes of the caller's transaction. Called after the password was
     * set: a code that is issued in between belongs to the epoch that ends.
     */
    void begin(String accountId);
}
