package io.skillsdk.internal.call;

import io.skillsdk.SkillException;
import io.skillsdk.call.ActionInterceptor;
import io.skillsdk.call.CallListener;
import io.skillsdk.call.CallMeter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.stream.Stream;

/** What an application adds to the pipeline, whichever door its calls come through. Immutable. */
public final class PipelineOptions {

    /** Nothing. */
    public static final PipelineOptions NONE =
            new PipelineOptions(ExceptionMappings.NONE, List.of(), ActionMeters.NONE, List.of(), Runnable::run);

    private final ExceptionMappings mappings;

    private final List<CallListener> listeners;

    private final ActionMeters meters;

    private final List<ActionInterceptor> interceptors;

    private final Executor delivery;

    /** The headers that listeners want to see, lower-case. */
    private final Set<String> headers;

    private PipelineOptions(
            ExceptionMappings mappings,
            List<CallListener> listeners,
            ActionMeters meters,
            List<ActionInterceptor> interceptors,
            Executor delivery) {
        this.mappings = mappings;
        this.listeners = listeners;
        this.meters = meters;
        this.interceptors = interceptors;
        this.delivery = delivery;
        this.headers = headers(listeners);
    }

    private static Set<String> headers(List<CallListener> listeners) {
        Set<String> headers = new HashSet<>();
        for (CallListener listener : listeners) {
            for (String name : listener.headers()) {
                headers.add(name.toLowerCase(Locale.ROOT));
            }
        }
        return Set.copyOf(headers);
    }

    /** Answers exceptions of a type, and of those below it, as a mapping says. */
    public <E extends Throwable> PipelineOptions onException(
            Class<E> type, Function<? super E, ? extends SkillException> mapping) {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(mapping, "mapping");
        return new PipelineOptions(mappings.with(type, mapping), listeners, meters, interceptors, delivery);
    }

    /** Tells a listener of each call. */
    public PipelineOptions listener(CallListener listener) {
        return new PipelineOptions(mappings, added(listeners, listener), meters, interceptors, delivery);
    }

    /** Has each call measured. */
    public PipelineOptions meter(CallMeter meter) {
        return new PipelineOptions(
                mappings, listeners, new ActionMeters(added(meters.all(), meter)), interceptors, delivery);
    }

    /** Puts an interceptor around each action, inside of those that are there. */
    public PipelineOptions interceptor(ActionInterceptor interceptor) {
        return new PipelineOptions(mappings, listeners, meters, added(interceptors, interceptor), delivery);
    }

    /** Puts interceptors around each action, outside of those that are there. */
    public PipelineOptions around(List<ActionInterceptor> outer) {
        List<ActionInterceptor> all = new ArrayList<>(outer);
        all.addAll(interceptors);
        return new PipelineOptions(mappings, listeners, meters, List.copyOf(all), delivery);
    }

    /**
     * Sets what runs the listeners: by default the thread that a call begins or ends on. A server whose threads must not be
     * held up gives one that keeps the order and bounds what waits; what it rejects is not told.
     */
    public PipelineOptions deliverBy(Executor executor) {
        return new PipelineOptions(mappings, listeners, meters, interceptors, executor);
    }

    /** Whether anybody is told of calls. */
    public boolean hasListeners() {
        return !listeners.isEmpty();
    }

    ExceptionMappings mappings() {
        return mappings;
    }

    List<CallListener> listeners() {
        return listeners;
    }

    ActionMeters meters() {
        return meters;
    }

    Set<String> headers() {
        return headers;
    }

    List<ActionInterceptor> interceptors() {
        return interceptors;
    }

    Executor delivery() {
        return delivery;
    }

    private static <T> List<T> added(List<T> to, T one) {
        return Stream.concat(to.stream(), Stream.of(Objects.requireNonNull(one)))
                .toList();
    }
}
