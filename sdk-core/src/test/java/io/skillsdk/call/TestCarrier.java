package io.skillsdk.call;

import org.jspecify.annotations.Nullable;

/** Carries what a library might keep for a thread. Found by {@code ServiceLoader}. */
public final class TestCarrier implements ContextCarrier {

    private static final ThreadLocal<@Nullable String> CURRENT = new ThreadLocal<>();

    static @Nullable String current() {
        return CURRENT.get();
    }

    static void set(@Nullable String value) {
        CURRENT.set(value);
    }

    @Override
    public Captured capture() {
        return of(CURRENT.get());
    }

    @Override
    public Captured none() {
        return of(null);
    }

    private static Captured of(@Nullable String captured) {
        return () -> {
            String before = CURRENT.get();
            CURRENT.set(captured);
            return () -> CURRENT.set(before);
        };
    }
}
