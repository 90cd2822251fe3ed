package io.skillsdk.testing;

import io.skillsdk.internal.action.Action;
import io.skillsdk.internal.action.ActionAnswer;
import io.skillsdk.internal.action.ActionCatalog;
import io.skillsdk.internal.action.ActionDefaults;
import io.skillsdk.internal.action.ActionPipeline;
import io.skillsdk.internal.json.JsonCodec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Calls actions through the whole pipeline without HTTP: JSON in, JSON out, errors and all. What it answers is byte for
 * byte what the daemon answers to the same body.
 *
 * <pre>{@code
 * SkillTester tester = SkillTester.of(new WordCount());
 * Count count = tester.invoke(new Text("to be or not")).payload(Count.class);
 * }</pre>
 *
 * <p>Immutable: {@code property}, {@code header} and the like return another tester and leave this one as it is.
 */
public final class SkillTester {

    private static final int TIMEOUT_SECONDS = 30;

    private final ActionCatalog catalog;

    private final ActionPipeline pipeline;

    private final @Nullable String action;

    private final TestCall call;

    private final Map<String, Object> envelope;

    private SkillTester(
            ActionCatalog catalog,
            ActionPipeline pipeline,
            @Nullable String action,
            TestCall call,
            Map<String, Object> envelope) {
        this.catalog = catalog;
        this.pipeline = pipeline;
        this.action = action;
        this.call = call;
        this.envelope = envelope;
    }

    /**
     * Makes a tester of actions, just as a daemon would serve them.
     *
     * @param actions instances whose classes have {@code @SkillAction} methods
     * @return the tester
     * @throws IllegalArgumentException when one of the actions cannot work, naming the method and the mend
     */
    public static SkillTester of(Object... actions) {
        ActionCatalog catalog = ActionCatalog.of(ActionDefaults.PLATFORM, List.of(actions));
        return new SkillTester(catalog, new ActionPipeline(), null, TestCall.EMPTY, Map.of());
    }

    /**
     * Chooses the action to call; needed only where there are several.
     *
     * @param name the action's name: its method's, unless the annotation says otherwise
     * @return a tester of that action
     * @throws IllegalArgumentException when there is no such action, naming those there are
     */
    public SkillTester action(String name) {
        return new SkillTester(catalog, pipeline, catalog.named(name).name(), call, envelope);
    }

    /**
     * Sets what stands for a {@code {name}} in the action's path.
     *
     * @param name the name between the braces
     * @param value the value, as the action sees it: decoded
     * @return a tester with it
     */
    public SkillTester pathParameter(String name, String value) {
        return with(call.pathParameter(name, value));
    }

    /**
     * Adds a query parameter.
     *
     * @param name the parameter's name
     * @param value the value, as the action sees it: decoded
     * @return a tester with it
     */
    public SkillTester queryParameter(String name, String value) {
        return with(call.queryParameter(name, value));
    }

    /**
     * Adds a header, as the platform passes it on over HTTP.
     *
     * @param name the header's name, in any case
     * @param value the value
     * @return a tester with it
     */
    public SkillTester header(String name, String value) {
        return with(call.header(name, value));
    }

    /**
     * Sets a property of the skill.
     *
     * @param name the property's name
     * @param value a string, number, boolean, list or map
     * @return a tester with it
     */
    public SkillTester property(String name, Object value) {
        Map<String, Object> properties = new LinkedHashMap<>(properties());
        properties.put(name, value);
        return field("properties", properties);
    }

    /**
     * Sets the session.
     *
     * @param sessionId the session's id
     * @return a tester with it
     */
    public SkillTester sessionId(String sessionId) {
        return field("sessionId", sessionId);
    }

    /**
     * Sets any key of the envelope but {@code payload}, such as {@code activationId} or {@code agentName}.
     *
     * @param key the key
     * @param value a string, number, boolean, list or map
     * @return a tester with it
     */
    public SkillTester field(String key, Object value) {
        Map<String, Object> fields = new LinkedHashMap<>(envelope);
        fields.put(key, value);
        return new SkillTester(catalog, pipeline, action, call, fields);
    }

    /**
     * Calls the action with a payload.
     *
     * @param payload any object that can be written as JSON, or null to call without one
     * @return the answer
     */
    public TestResponse invoke(@Nullable Object payload) {
        Map<String, Object> body = new LinkedHashMap<>(envelope);
        if (payload != null) {
            body.put("payload", payload);
        }
        return send(JsonCodec.write(body).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Calls the action with a whole body, an envelope or not.
     *
     * @param body the body, sent as it is; what {@code property}, {@code sessionId} and {@code field} have set is added
     *     to it when it is a JSON object; anything else is for the action to refuse, as the daemon would
     * @return the answer
     */
    public TestResponse invokeJson(String body) {
        return invokeJson(body.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Calls the action with the bytes of a whole body, also such as are not UTF-8.
     *
     * @param body as for {@link #invokeJson(String)}
     * @return the answer
     */
    public TestResponse invokeJson(byte[] body) {
        Map<String, Object> read = envelope.isEmpty() ? null : JsonCodec.readBody(body);
        if (read == null) {
            return send(body);
        }
        Map<String, Object> merged = new LinkedHashMap<>(read);
        Map<String, Object> properties = new LinkedHashMap<>();
        if (merged.get("properties") instanceof Map<?, ?> sent) {
            sent.forEach((name, value) -> properties.put(name.toString(), value));
        }
        properties.putAll(properties());
        merged.putAll(envelope);
        if (!properties.isEmpty()) {
            merged.put("properties", properties);
        }
        return send(JsonCodec.write(merged).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Calls the action with the message in a file, such as {@code invoke/request/message.json}.
     *
     * @param message a file with {@code payload} and perhaps {@code properties} and {@code sessionId}; sent as it is, with
     *     what {@code property}, {@code sessionId} and {@code field} have set added to it
     * @return the answer
     * @throws UncheckedIOException when the file cannot be read
     */
    public TestResponse invokeMessage(Path message) {
        try {
            return invokeJson(Files.readAllBytes(message));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + message.toAbsolutePath(), e);
        }
    }

    private TestResponse send(byte[] body) {
        Action chosen = action == null ? catalog.only() : catalog.named(action);
        ActionAnswer answer = await(chosen, call.withBody(body));
        return new TestResponse(answer.status(), answer.body());
    }

    private ActionAnswer await(Action chosen, TestCall sent) {
        try {
            return pipeline.invoke(chosen, sent).get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError(
                    "The action '" + chosen.name() + "' has not answered within " + TIMEOUT_SECONDS + " seconds.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while the action '" + chosen.name() + "' was running.", e);
        } catch (ExecutionException e) {
            throw new AssertionError("The action '" + chosen.name() + "' ran out of memory.", e.getCause());
        }
    }

    private Map<String, Object> properties() {
        Map<String, Object> properties = new LinkedHashMap<>();
        if (envelope.get("properties") instanceof Map<?, ?> set) {
            set.forEach((name, value) -> properties.put(name.toString(), value));
        }
        return properties;
    }

    private SkillTester with(TestCall other) {
        return new SkillTester(catalog, pipeline, action, other, envelope);
    }
}
