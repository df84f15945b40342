// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.benchmark;

import java.util.Locale;

/**
 * Something measured.
 *
 * @param measured in {@code unit}, as text
 * @param anchor what it is compared with, in the same unit; or empty
 * @param value what is bounded
 * @param atLeast the least that is promised of the value
 * @param atMost the most that is promised of the value
 */
record Finding(String group, String name, String measured, String anchor, double value, double atLeast, double atMost) {
    /** A cost beside an anchor's, in the same unit; the ratio is bounded. */
    static Finding ratio(String group, String name, String unit, double measured, double anchor, double atMost) {
        return new Finding(group, name, text(measured, unit), text(anchor, unit), measured / anchor, 0, atMost);
    }

    boolean isKept() {
        return value >= atLeast && value <= atMost;
    }

    String promised() {
        String most = number(atMost);
        return atLeast == 0 ? "≤ " + most : number(atLeast) + " to " + most;
    }

    String valueText() {
        return number(value);
    }

    static String text(double measured, String unit) {
        return number(measured) + " " + unit;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value >= 100 ? "%,.0f" : "%.3f", value);
    }
}
