// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.messages;

import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;

import org.jspecify.annotations.Nullable;

/** Of a {@link RememberedRequest}'s headers, the language. */
record RememberedHeaders(Locale language) implements HttpHeaders {
    @Override
    public List<Locale> getAcceptableLanguages() {
        return List.of(language);
    }

    @Override
    public List<String> getRequestHeader(String name) {
        return getRequestHeaders().getOrDefault(name, List.of());
    }

    @Override
    public @Nullable String getHeaderString(String name) {
        return getRequestHeaders().getFirst(name);
    }

    @Override
    public MultivaluedMap<String, String> getRequestHeaders() {
        MultivaluedMap<String, String> headers = new MultivaluedHashMap<>();
        headers.putSingle(ACCEPT_LANGUAGE, language.toLanguageTag());
        return headers;
    }

    @Override
    public List<MediaType> getAcceptableMediaTypes() {
        return List.of(MediaType.WILDCARD_TYPE);
    }

    @Override
    public @Nullable MediaType getMediaType() {
        return null;
    }

    @Override
    public @Nullable Locale getLanguage() {
        return null;
    }

    @Override
    public Map<String, Cookie> getCookies() {
        return Map.of();
    }

    @Override
    public @Nullable Date getDate() {
        return null;
    }

    @Override
    public int getLength() {
        return -1;
    }
}
