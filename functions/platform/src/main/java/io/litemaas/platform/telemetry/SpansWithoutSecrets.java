package io.litemaas.platform.telemetry;

import io.litemaas.platform.face.SecretSegments;
import io.litemaas.platform.log.Secrets;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;

/**
 * Keeps what people ask for, a sign-in's code and state, and whatever looks like a secret, out of traces. What is known of
 * an address is known when its span starts.
 */
@Singleton
class SpansWithoutSecrets implements SpanProcessor {
    private static final AttributeKey<String> QUERY = AttributeKey.stringKey("url.query");
    private static final AttributeKey<String> PATH = AttributeKey.stringKey("url.path");

    private final Instance<SecretSegments> segments;

    /** Asked for late: the first spans are older than the functions. */
    SpansWithoutSecrets(Instance<SecretSegments> segments) {
        this.segments = segments;
    }

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
        if (span.getAttribute(QUERY) != null) {
            span.setAttribute(QUERY, "[redacted]");
        }
        String path = span.getAttribute(PATH);
        if (path != null) {
            span.setAttribute(PATH, Secrets.redact(segments.get().hide(path)));
        }
        span.updateName(Secrets.redact(span.getName()));
    }

    @Override
    public boolean isStartRequired() {
        return true;
    }

    @Override
    public void onEnd(ReadableSpan span) {
        // nothing is left to do
    }

    @Override
    public boolean isEndRequired() {
        return false;
    }
}
