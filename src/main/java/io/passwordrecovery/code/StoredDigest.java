// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.code;

/**
 * What is kept of a code.
 *
 * @param keyId the realm key that it was hashed under
 * @param seal keyed hash of what the code is good for: HMAC-SHA-256, base64url without padding
 * @param mac keyed hash of the code and the seal: HMAC-SHA-256, base64url without padding
 */
public record StoredDigest(String keyId, String seal, String mac) {
    @Override
    public String toString() {
        return "StoredDigest[" + keyId + "]";
    }
}
