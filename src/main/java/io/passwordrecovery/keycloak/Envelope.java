// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak;

import io.passwordrecovery.delivery.Message;

/**
 * A message with what the request knew and the delivering thread does not.
 *
 * @param languageTag of the request, for users without a language of their own, as in BCP 47
 */
record Envelope(String realmId, String languageTag, Message message) {}
