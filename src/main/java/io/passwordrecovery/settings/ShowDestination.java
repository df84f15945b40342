// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.settings;

/** What a caller is shown of where a code goes. */
public enum ShowDestination {
    /** What they typed, if it is an address, and else stars alone: it depends on nothing but what was typed. */
    TYPED_ONLY,
    /** The account's own address, masked; for somebody who has none, a made-up one. */
    MASKED,
}
