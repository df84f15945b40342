// SPDX-License-Identifier: Apache-2.0
/** Keyed hashing under the realm's own key: what is stored says nothing without it. */
@NullMarked
package io.passwordrecovery.keys;

import org.jspecify.annotations.NullMarked;
