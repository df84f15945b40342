// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.code;

import java.time.Duration;

/**
 * On which terms a code is issued.
 *
 * @param length its digits
 * @param medium the delivery medium's name
 */
public record CodeTerms(int length, Duration lifetime, String medium) {}
