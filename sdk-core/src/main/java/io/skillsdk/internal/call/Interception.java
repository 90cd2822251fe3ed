package io.skillsdk.internal.call;

import io.skillsdk.SkillContext;
import io.skillsdk.SkillRequest;
import io.skillsdk.call.ActionInterceptor;
import io.skillsdk.call.InterceptedCall;
import io.skillsdk.internal.action.Action;
import io.skillsdk.internal.action.CallInputs;
import java.lang.annotation.Annotation;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A call on its way through interceptors to its action: one object for each of them, so that each may go on several times. */
final class Interception implements InterceptedCall {

    private final List<ActionInterceptor> left;

    private final Action action;

    private final CallInputs inputs;

    private final @Nullable Object[] arguments;

    private @Nullable SkillContext context;

    Interception(List<ActionInterceptor> left, Action action, CallInputs inputs, @Nullable Object[] arguments) {
        this.left = left;
        this.action = action;
        this.inputs = inputs;
        this.arguments = arguments;
    }

    /** Lets the first of the interceptors that are left have the call, or else the action. */
    @Nullable Object run() throws Throwable {
        Iterator<ActionInterceptor> next = left.iterator();
        return next.hasNext() ? next.next().intercept(this) : action.call(arguments);
    }

    @Override
    public String action() {
        return action.name();
    }

    @Override
    public <A extends Annotation> Optional<A> annotation(Class<A> type) {
        Objects.requireNonNull(type, "type");
        return action.source().annotation(type);
    }

    @Override
    public SkillRequest<?> request() {
        return inputs.request();
    }

    @Override
    public SkillContext context() {
        SkillContext known = context;
        if (known == null) {
            known = inputs.context();
            context = known;
        }
        return known;
    }

    @Override
    public @Nullable Object proceed() throws Exception {
        return proceed(inputs, arguments);
    }

    @Override
    public @Nullable Object proceed(Object payload) throws Exception {
        Objects.requireNonNull(payload, "payload");
        CallInputs replaced = inputs.withPayload(payload);
        return proceed(replaced, action.rebind(arguments, replaced));
    }

    private @Nullable Object proceed(CallInputs with, @Nullable Object[] values) throws Exception {
        try {
            return new Interception(left.subList(1, left.size()), action, with, values).run();
        } catch (Exception | Error e) {
            throw e;
        } catch (Throwable e) {
            // an action may declare any
            throw new UndeclaredThrowableException(e);
        }
    }
}
