// SPDX-License-Identifier: Apache-2.0
/** What a realm admin may change, declared once. */
@NullMarked
package io.passwordrecovery.settings;

import org.jspecify.annotations.NullMarked;
