// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.admin;

import java.util.List;

/**
 * What {@code POST setup} and {@code DELETE setup} answer.
 *
 * @param changes what was done, in this order; empty where nothing was left to do
 * @param resetFlow the reset credentials flow that is bound now
 * @param steps what a copied flow has in another way than the one that it was copied from; else empty
 * @param missing what the realm still lacks
 */
record SetUpJson(List<Change> changes, String resetFlow, List<String> steps, List<Lack> missing) {
    enum Change {
        SWITCH_ENABLED,
        FLOW_COPIED,
        FLOW_BOUND,
        FORGOT_PASSWORD_ENABLED,
        PHONE_ATTRIBUTES_ADDED,
        PREVIOUS_FLOW_BOUND,
    }
}
