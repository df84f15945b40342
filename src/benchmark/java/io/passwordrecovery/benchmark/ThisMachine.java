// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.benchmark;

/** What the figures were measured on. */
final class ThisMachine {
    private ThisMachine() {}

    static String description() {
        return Runtime.getRuntime().availableProcessors() + " processors, " + System.getProperty("os.arch") + ", Java "
                + Runtime.version().feature();
    }
}
