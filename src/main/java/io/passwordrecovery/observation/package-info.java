// SPDX-License-Identifier: Apache-2.0
/** What operators see of the calls that are made here, in words of which there are few: plain Java. */
@NullMarked
package io.passwordrecovery.observation;

import org.jspecify.annotations.NullMarked;
