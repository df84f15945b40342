// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.messages;

import java.security.cert.X509Certificate;
import java.util.Locale;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;

import org.keycloak.http.FormPartValue;
import org.keycloak.http.HttpRequest;

/**
 * What is left of a request when its message is written: how it reached the server, and its language. With it a mail's
 * template finds what it finds when Keycloak itself writes a mail ({@code FreeMarkerEmailTemplateProvider}: {@code url}
 * is there only while there is a request).
 */
final class RememberedRequest implements HttpRequest {
    private final Origin origin;

    RememberedRequest(Origin origin) {
        this.origin = origin;
    }

    @Override
    public String getHttpMethod() {
        return "GET";
    }

    @Override
    public MultivaluedMap<String, String> getDecodedFormParameters() {
        return new MultivaluedHashMap<>();
    }

    @Override
    public MultivaluedMap<String, FormPartValue> getMultiPartFormParameters() {
        return new MultivaluedHashMap<>();
    }

    @Override
    public HttpHeaders getHttpHeaders() {
        return new RememberedHeaders(Locale.forLanguageTag(origin.languageTag()));
    }

    @Override
    public X509Certificate[] getClientCertificateChain() {
        return new X509Certificate[0];
    }

    @Override
    public UriInfo getUri() {
        return new RememberedUri(origin.baseUri());
    }

    @Override
    public boolean isProxyTrusted() {
        return true;
    }
}
