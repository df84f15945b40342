// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.settings;

/** Whether a code may go to somebody who signs in through an identity provider. */
public enum RecoverLinkedUsers {
    /** If they have a password too: a code gives nobody one who never had it. */
    WITH_PASSWORD,
    ALWAYS,
    NEVER,
}
