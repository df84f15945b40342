// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak;

import io.passwordrecovery.delivery.Destination;
import io.passwordrecovery.limits.SmsCap;

/** What became of a {@link TestMessage}. */
public sealed interface TestOutcome {
    /** The mail server or gateway took it. */
    record Accepted(Destination destination) implements TestOutcome {}

    /** @param answer what the mail server or gateway said, or why none was asked: no address, no code, no secret */
    record Failed(Destination destination, String answer, boolean isWorthAnotherTry) implements TestOutcome {}

    /** The administrator has no address of that medium, or no number that is verified and may be written to. */
    record NoAddress() implements TestOutcome {}

    /** Too often, as for codes. */
    record Throttled() implements TestOutcome {}

    record Capped(SmsCap cap) implements TestOutcome {}
}
