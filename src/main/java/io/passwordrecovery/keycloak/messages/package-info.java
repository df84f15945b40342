// SPDX-License-Identifier: Apache-2.0
/** Mails and text messages: written in the user's language, queued after commit, delivered off the request. */
@NullMarked
package io.passwordrecovery.keycloak.messages;

import org.jspecify.annotations.NullMarked;
