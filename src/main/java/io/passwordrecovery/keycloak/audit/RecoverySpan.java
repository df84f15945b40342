// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.audit;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.StatusCode;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.tracing.TracingProvider;

/**
 * A span of Keycloak's own tracing, where the server has it switched on; else nothing. It says what was done and what
 * became of it, never for whom: no user, no address, and no exception's text, which may quote either. Keycloak itself adds
 * ids of what its session is about to whichever span is current.
 */
public final class RecoverySpan implements AutoCloseable {
    private static final String TRACER = "io.passwordrecovery";
    private static final String PREFIX = "password_recovery.";
    /** As on Keycloak's own spans. */
    private static final String REALM = "kc.realmName";

    private final TracingProvider tracing;
    private final Span span;

    private RecoverySpan(TracingProvider tracing, Span span) {
        this.tracing = tracing;
        this.span = span;
    }

    /** Begins one below the session's current one; it MUST be closed on the same thread. */
    public static RecoverySpan start(KeycloakSession session, String name) {
        return start(session, name, SpanContext.getInvalid());
    }

    /** @param cause what it follows from, in a trace of its own */
    public static RecoverySpan start(KeycloakSession session, String name, SpanContext cause) {
        TracingProvider tracing = session.getProvider(TracingProvider.class);
        SpanBuilder builder = tracing.getTracer(TRACER).spanBuilder(PREFIX + name);
        if (cause.isValid()) {
            builder.addLink(cause);
        }
        Span span = tracing.startSpan(builder);
        RealmModel realm = session.getContext().getRealm();
        span.setAttribute(REALM, realm.getName());
        return new RecoverySpan(tracing, span);
    }

    /** What the session is in the middle of. */
    public static SpanContext current(KeycloakSession session) {
        return session.getProvider(TracingProvider.class).getCurrentSpan().getSpanContext();
    }

    /** @param value a word of ours */
    public RecoverySpan with(String attribute, String value) {
        span.setAttribute(PREFIX + attribute, value);
        return this;
    }

    /** It was not done, for a reason of the server's. */
    public void failed() {
        span.setStatus(StatusCode.ERROR);
    }

    /** The same; of the exception its class is told. */
    public void failed(Throwable fault) {
        failed();
        span.setAttribute("error.type", fault.getClass().getName());
    }

    @Override
    public void close() {
        tracing.endSpan();
    }
}
