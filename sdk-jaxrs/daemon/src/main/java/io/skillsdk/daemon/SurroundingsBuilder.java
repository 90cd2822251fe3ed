package io.skillsdk.daemon;

import io.skillsdk.SkillException;
import io.skillsdk.call.ActionInterceptor;
import io.skillsdk.call.CallListener;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * What a program puts around its actions: interceptors, listeners, mappings of exceptions, checks of readiness, and hooks at the
 * begin and the end.
 *
 * @param <B> the builder itself
 */
abstract sealed class SurroundingsBuilder<B extends SurroundingsBuilder<B>> extends SettingsBuilder<B>
        permits SkillDaemon.Builder {

    private final SkillDescription skill = new SkillDescription();

    SurroundingsBuilder() {}

    abstract B self();

    SkillDescription skill() {
        return skill;
    }

    @Override
    public B set(String name, String value) {
        skill.settings.put(Objects.requireNonNull(name, "name"), Objects.requireNonNull(value, "value"));
        return self();
    }

    /**
     * Answers exceptions of the author's domain. The mapping of the nearest type counts. A status of 500 or more is logged as an error
     * with its cause, any other in one line.
     *
     * @param <E> the exceptions
     * @param type the exceptions, and all below them
     * @param mapping what one of them is answered with
     * @return this builder
     */
    public <E extends Throwable> B onException(Class<E> type, Function<? super E, ? extends SkillException> mapping) {
        skill.onException(type, mapping);
        return self();
    }

    /**
     * Puts an interceptor around each action, inside of those that were given before.
     *
     * @param interceptor the interceptor; closed after the drain when it is {@code AutoCloseable}
     * @return this builder
     */
    public B interceptor(ActionInterceptor interceptor) {
        skill.interceptor(Objects.requireNonNull(interceptor, "interceptor"));
        return self();
    }

    /**
     * Tells a listener of each call, on every route. All listeners are told on one thread of their own, in the order of the events, so a
     * slow one holds up no call: when 50000 events wait, further ones are left out, and the log says how many.
     *
     * @param listener the listener; closed after the drain when it is {@code AutoCloseable}
     * @return this builder
     */
    public B listener(CallListener listener) {
        skill.listener(Objects.requireNonNull(listener, "listener"));
        return self();
    }

    /**
     * Adds a check of readiness, such as of a model that has to load first: while one of them is false, or throws, the
     * daemon's {@code /health/ready} answers 503. Calls are answered all the same. Checks are run for each probe, one probe at
     * a time, on a thread that may block.
     *
     * @param name what is checked, as {@code /health/ready} tells it
     * @param check whether it is ready
     * @return this builder
     */
    public B readyWhen(String name, BooleanSupplier check) {
        skill.readiness.put(Objects.requireNonNull(name, "name"), Objects.requireNonNull(check, "check"));
        return self();
    }

    /**
     * Says whether the daemon closes what it is given. It does by default; where a container such as Spring or CDI has made the actions and
     * ends their lives, say {@code false}, and end the container with {@link #onStop}: hooks run after the drain.
     *
     * @param closes whether actions, interceptors, listeners and JAX-RS components that are {@code AutoCloseable} are closed after the drain
     * @return this builder
     */
    public B closesActions(boolean closes) {
        skill.closesActions = closes;
        return self();
    }

    /**
     * Adds something to run at start, once the actions are made and before the port is opened. Hooks run in the order in which they
     * were added; the exception of one ends the start.
     *
     * @param hook what to run
     * @return this builder
     */
    public B onStart(Runnable hook) {
        skill.startHooks.add(Objects.requireNonNull(hook, "hook"));
        return self();
    }

    /**
     * Adds something to run after the drain and before actions are closed. Hooks run last added first; the exception of one is
     * logged, and the others run all the same.
     *
     * @param hook what to run
     * @return this builder
     */
    public B onStop(Runnable hook) {
        skill.stopHooks.add(Objects.requireNonNull(hook, "hook"));
        return self();
    }
}
