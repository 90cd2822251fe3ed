package io.skillsdk.call;

import io.skillsdk.SkillContext;
import io.skillsdk.SkillRequest;
import java.lang.annotation.Annotation;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A call in the hands of an interceptor. The SDK makes it; it is valid on its thread until the interceptor returns. */
public interface InterceptedCall {

    /**
     * Returns which action is called.
     *
     * @return the action's name
     */
    String action();

    /**
     * Returns an annotation of the action's method, or else of its class, so that an interceptor can choose by it.
     *
     * @param <A> the annotation
     * @param type the annotation
     * @return the annotation, or empty
     */
    <A extends Annotation> Optional<A> annotation(Class<A> type);

    /**
     * Returns the envelope, its payload in the action's own type.
     *
     * @return the envelope
     */
    SkillRequest<?> request();

    /**
     * Returns the surroundings of the call.
     *
     * @return headers, path and query parameters, properties and deadline
     */
    SkillContext context();

    /**
     * Goes on: to the next interceptor, and then to the action. It may be called several times, as for a retry, or not at
     * all.
     *
     * @return what the action returned, null for nothing
     * @throws Exception what came out of the action
     */
    @Nullable Object proceed() throws Exception;

    /**
     * Goes on with another payload.
     *
     * @param payload the payload, of the type that the action takes; it is not checked again
     * @return what the action returned, null for nothing
     * @throws Exception what came out of the action
     */
    @Nullable Object proceed(Object payload) throws Exception;
}
