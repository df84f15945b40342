// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.cognito;

/** Ends the reading of a call that the core could not answer; never leaves this package. */
final class CognitoRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final CognitoError error;
    private final String text;

    CognitoRefusal(CognitoError error, String text) {
        super(text, null, false, false);
        this.error = error;
        this.text = text;
    }

    CognitoAnswer answer() {
        return error.because(text);
    }
}
