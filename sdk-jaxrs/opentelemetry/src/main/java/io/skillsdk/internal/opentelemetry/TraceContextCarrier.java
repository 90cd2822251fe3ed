package io.skillsdk.internal.opentelemetry;

import io.opentelemetry.context.Context;
import io.skillsdk.call.ContextCarrier;

/** Carries the current span to the threads of {@link io.skillsdk.call.CallContext} and of background tasks. */
public final class TraceContextCarrier implements ContextCarrier {

    /** Made by the SDK. */
    public TraceContextCarrier() {}

    @Override
    @SuppressWarnings("MustBeClosedChecker") // the code that opens it closes it
    public Captured capture() {
        Context captured = Context.current();
        return () -> captured.makeCurrent()::close;
    }

    @Override
    @SuppressWarnings("MustBeClosedChecker") // the code that opens it closes it
    public Captured none() {
        return () -> Context.root().makeCurrent()::close;
    }
}
