// SPDX-License-Identifier: Apache-2.0
/** What every HTTP door needs: bodies read with suspicion, and the web origins that may call. */
@NullMarked
package io.passwordrecovery.web;

import org.jspecify.annotations.NullMarked;
