// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.code;

import io.passwordrecovery.keys.LimitKey;

/**
 * Which stored code a message carries.
 *
 * @param key whose
 * @param id of the {@link IssuedCode}; not secret
 */
public record CodeReference(LimitKey key, String id) {}
