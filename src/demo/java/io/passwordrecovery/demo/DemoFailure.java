// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.demo;

import java.io.Serial;

/** Why the demo cannot run, in words that say what to do. */
final class DemoFailure extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    DemoFailure(String message) {
        super(message);
    }
}
