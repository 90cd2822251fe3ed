package io.skillsdk.call;

import org.jspecify.annotations.Nullable;

/**
 * Stands around the calls of actions, such as for authentication, an audit, a cache or a transaction. It is called on the
 * thread of the action, once the payload and the parameters are read and valid. Interceptors that are given to the daemon
 * or the tester stand around those of {@link InterceptedBy}; of each kind the first stands outermost.
 *
 * <pre>{@code
 * ActionInterceptor authentication = call -> {
 *     String key = call.context().header("X-Key").orElse("");
 *     if (!keys.contains(key)) {
 *         throw SkillException.unauthorized("Send a valid X-Key.");
 *     }
 *     return call.proceed();
 * };
 * }</pre>
 *
 * <p>Calls run side by side, so an interceptor is called from several threads.
 */
@FunctionalInterface
public interface ActionInterceptor {

    /**
     * Intercepts one call.
     *
     * @param call the call, which goes on with {@link InterceptedCall#proceed()}
     * @return the result of the call: that of {@code proceed}, or another of the kind that the action returns. For an
     *     asynchronous action this is its stage, which may complete later.
     * @throws Exception as an action may: a {@link io.skillsdk.SkillException} to refuse the call, any other for a 500
     */
    @Nullable Object intercept(InterceptedCall call) throws Exception;
}
