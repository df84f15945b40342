// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.rest;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jakarta.ws.rs.core.HttpHeaders;

/** The token of the {@code Authorization} header. */
record BearerToken(String value) {
    // RFC 6750, section 2.1; the scheme's case does not matter (RFC 9110, section 11.1). DPoP: RFC 9449, section 7.1.
    private static final Pattern CREDENTIALS = Pattern.compile("(?i:Bearer|DPoP) +([A-Za-z0-9._~+/-]+=*)");

    /**
     * Takes the token from the one header that holds it.
     *
     * @throws Problem when there is none, or more than one
     */
    static BearerToken of(HttpHeaders headers) {
        List<String> values = headers.getRequestHeader(HttpHeaders.AUTHORIZATION);
        if (values == null || values.isEmpty()) {
            throw Problem.noToken();
        }
        Matcher credentials = CREDENTIALS.matcher(values.get(0).strip());
        if (values.size() > 1 || !credentials.matches()) {
            throw Problem.invalidToken();
        }
        return new BearerToken(credentials.group(1));
    }

    @Override
    public String toString() {
        return "[redacted]";
    }
}
