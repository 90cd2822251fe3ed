package io.skillsdk.testing;

import io.skillsdk.SkillException;
import io.skillsdk.call.ActionInterceptor;
import io.skillsdk.call.CallListener;
import io.skillsdk.internal.argument.NullArguments;
import io.skillsdk.internal.call.PipelineOptions;
import io.skillsdk.internal.definition.resolve.DaemonEndpoint;
import io.skillsdk.internal.invoke.PreparedCall;
import io.skillsdk.internal.invoke.SentEnvelope;
import io.skillsdk.internal.invoke.SentInputs;
import io.skillsdk.internal.routing.ActionCatalog;
import io.skillsdk.settings.SkillSettings;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls actions through the whole pipeline without HTTP: JSON in, JSON out, errors and all. What it answers is byte for
 * byte what the daemon answers to the same body.
 *
 * <pre>{@code
 * SkillTester tester = SkillTester.of(new WordCount());
 * Count count = tester.invoke(new Text("to be or not")).payload(Count.class);
 * }</pre>
 *
 * <p>Each call runs on a thread of its own, as in the daemon, and has the daemon's deadline: see {@link #timeout}.
 *
 * <p>Immutable: {@code property}, {@code header} and the like return another tester and leave this one as it is.
 */
public final class SkillTester {

    private static final Logger LOG = LoggerFactory.getLogger(SkillTester.class);

    private static final Duration LONGEST_TIMEOUT = Duration.ofHours(1);

    private final PreparedCall call;

    private SkillTester(PreparedCall call) {
        this.call = call;
    }

    /**
     * Makes a tester of actions, just as a daemon would serve them: with the method, path, depth and timeout of
     * {@code daemon.properties} on the class path, where there is one.
     *
     * @param actions instances whose classes have {@code @SkillAction} methods
     * @return the tester
     * @throws IllegalArgumentException when one of the actions cannot work, naming the method and the fix; or the provider of Jakarta
     *     Validation, naming the dependency that it needs
     */
    public static SkillTester of(Object... actions) {
        DaemonEndpoint endpoint = DaemonEndpoint.ofClassPath();
        return new SkillTester(PreparedCall.of(
                ActionCatalog.of(endpoint.defaults(), List.of(NullArguments.refuseIn(actions, "actions"))),
                endpoint.timeout()));
    }

    /**
     * Makes a tester of actions that are made with settings of the skill's own, such as
     * {@code SkillSettings.of(Map.of("acme.db.url", url))}.
     *
     * @param settings the settings
     * @param made makes the instance, whose class has {@code @SkillAction} methods; the test closes it
     * @return the tester
     * @throws IllegalArgumentException when a setting is not valid, or one of the actions cannot work
     */
    public static SkillTester of(SkillSettings settings, Function<? super SkillSettings, ?> made) {
        return of(Objects.requireNonNull(made, "made").apply(Objects.requireNonNull(settings, "settings")));
    }

    /**
     * Chooses the action to call; needed only where there are several, and neither a skill.yaml nor an {@code outputName} says
     * which.
     *
     * @param name the action's name: its method's, unless the annotation says otherwise
     * @return a tester of that action
     * @throws IllegalArgumentException when there is no such action, naming those there are
     */
    public SkillTester action(String name) {
        return new SkillTester(call.action(Objects.requireNonNull(name, "name")));
    }

    /**
     * Sets what stands for a {@code {name}} in the action's path.
     *
     * @param name the name between the braces
     * @param value the value, as the action sees it: decoded
     * @return a tester with it
     */
    public SkillTester pathParameter(String name, String value) {
        return with(call.inputs().pathParameter(name, value));
    }

    /**
     * Adds a query parameter.
     *
     * @param name the parameter's name
     * @param value the value, as the action sees it: decoded
     * @return a tester with it
     */
    public SkillTester queryParameter(String name, String value) {
        return with(call.inputs().queryParameter(name, value));
    }

    /**
     * Adds a header, as the platform passes it on over HTTP.
     *
     * @param name the header's name, in any case
     * @param value the value
     * @return a tester with it
     */
    public SkillTester header(String name, String value) {
        return with(call.inputs().header(name, value));
    }

    /**
     * Adds headers, as {@link #header} does one by one.
     *
     * @param values names in any case to values
     * @return a tester with them
     */
    public SkillTester headers(Map<String, String> values) {
        return with(call.inputs().headers(NullArguments.refuseIn(values, "values")));
    }

    /**
     * Sets a property of the skill.
     *
     * @param name the property's name
     * @param value a string, number, boolean, list or map
     * @return a tester with it
     */
    public SkillTester property(String name, Object value) {
        return with(call.envelope().property(name, value));
    }

    /**
     * Sets the session.
     *
     * @param id the session's id
     * @return a tester with it
     */
    public SkillTester sessionId(String id) {
        return field("sessionId", Objects.requireNonNull(id, "id"));
    }

    /**
     * Sets any key of the envelope but {@code payload} and {@code properties}, such as {@code activationId} or
     * {@code agentName}.
     *
     * @param key the key
     * @param value a string, number, boolean, list or map
     * @return a tester with it
     * @throws IllegalArgumentException when the key is {@code payload} or {@code properties}, which are set otherwise
     */
    public SkillTester field(String key, Object value) {
        return with(call.envelope().field(key, value));
    }

    /**
     * Sets how long the action may take, as {@code daemon.timeout} does for the daemon; by default what
     * {@code daemon.properties} on the class path says, or 30 seconds. Then the
     * answer is a 504, as the daemon's, the thread of the action is interrupted, and the stage of an asynchronous action is
     * cancelled.
     *
     * @param limit 1 ms to 1 h
     * @return a tester with it
     * @throws IllegalArgumentException when it is out of that range
     */
    public SkillTester timeout(Duration limit) {
        if (Objects.requireNonNull(limit, "limit").toMillis() < 1 || limit.compareTo(LONGEST_TIMEOUT) > 0) {
            throw new IllegalArgumentException("The timeout must be from 1 ms to 1 h, but is " + limit + ".");
        }
        return new SkillTester(call.with(limit));
    }

    /**
     * Answers exceptions of the author's domain as the daemon's {@code onException} does: the mapping of the nearest type
     * counts.
     *
     * @param <E> the exceptions
     * @param type the exceptions, and all below them
     * @param mapping what one of them is answered with
     * @return a tester with it
     */
    public <E extends Throwable> SkillTester onException(
            Class<E> type, Function<? super E, ? extends SkillException> mapping) {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(mapping, "mapping");
        return with(call.options().onException(type, mapping));
    }

    /**
     * Puts an interceptor around each action, inside of those that were given before.
     *
     * @param interceptor the interceptor
     * @return a tester with it
     */
    public SkillTester interceptor(ActionInterceptor interceptor) {
        Objects.requireNonNull(interceptor, "interceptor");
        return with(call.options().interceptor(interceptor));
    }

    /**
     * Tells a listener of each call, before {@code invoke} returns.
     *
     * @param listener the listener
     * @return a tester with it
     */
    public SkillTester listener(CallListener listener) {
        Objects.requireNonNull(listener, "listener");
        return with(call.options().listener(listener));
    }

    /**
     * Gives actions a platform in memory; without one they get the local store, as {@code java -jar} without a platform does.
     *
     * @param platform the platform
     * @return a tester with it
     */
    public SkillTester fabric(InMemoryFabric platform) {
        return new SkillTester(call.with(Objects.requireNonNull(platform, "platform")::open));
    }

    /**
     * Calls the action with a payload.
     *
     * @param payload any object that can be written as JSON, or null to call without one
     * @return the answer
     */
    public TestResponse invoke(@Nullable Object payload) {
        return TestResponse.of(() -> call.invoke(payload));
    }

    /**
     * Calls the action with a whole body, an envelope or not.
     *
     * @param body the body, sent as it is; what {@code property}, {@code sessionId} and {@code field} have set is added
     *     to it when it is a JSON object; anything else is for the action to refuse, as the daemon would
     * @return the answer
     */
    public TestResponse invokeJson(String body) {
        return invokeJson(Objects.requireNonNull(body, "body").getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Calls the action with the bytes of a whole body, also such as are not UTF-8.
     *
     * @param body as for {@link #invokeJson(String)}
     * @return the answer
     */
    public TestResponse invokeJson(byte[] body) {
        return TestResponse.of(() -> call.invokeBody(Objects.requireNonNull(body, "body")));
    }

    /**
     * Calls the action with the message in a file, such as {@code invoke/request/message.json}. Where the file is in
     * {@code invoke/<input>/} beside a skill.yaml, it is sent as the platform would send it: to the action that the input is
     * routed to, unless {@link #action} has chosen one, with the properties that skill.yaml declares and their defaults. A
     * property that it does not declare is dropped, and a warning is logged.
     *
     * @param message a file with {@code payload} and perhaps {@code properties} and {@code sessionId}; what {@code property},
     *     {@code sessionId} and {@code field} have set is added to it
     * @return the answer
     * @throws UncheckedIOException when the file cannot be read
     * @throws IllegalArgumentException when skill.yaml does not route the message to a daemon
     * @throws io.skillsdk.definition.DefinitionException when skill.yaml cannot be read
     */
    public TestResponse invokeMessage(Path message) {
        byte[] body = SentEnvelope.read(Objects.requireNonNull(message, "message"));
        return TestResponse.of(() -> call.invokeMessage(message, body, note -> LOG.warn("{}: {}", message, note)));
    }

    private SkillTester with(SentInputs other) {
        return new SkillTester(call.with(other));
    }

    private SkillTester with(SentEnvelope other) {
        return new SkillTester(call.with(other));
    }

    private SkillTester with(PipelineOptions options) {
        return new SkillTester(call.with(options));
    }
}
