// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.limits;

/** What kept a text message from being sent. */
public enum SmsCap {
    REALM,
    COUNTRY,
    IP,
    ACCOUNT,
    NUMBER,
}
