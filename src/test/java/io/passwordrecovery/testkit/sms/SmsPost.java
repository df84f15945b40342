// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.testkit.sms;

import java.util.Map;

/**
 * One request to the gateway.
 *
 * @param headers by lower-case name
 */
public record SmsPost(String path, Map<String, String> headers, String body) {
    public String header(String name) {
        return headers.getOrDefault(name, "");
    }
}
