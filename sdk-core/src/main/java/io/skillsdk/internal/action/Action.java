package io.skillsdk.internal.action;

import io.skillsdk.HttpMethod;
import io.skillsdk.SkillRequest;
import io.skillsdk.Violation;
import io.skillsdk.call.ActionInterceptor;
import io.skillsdk.internal.json.EnvelopeReader;
import io.skillsdk.internal.json.JsonCodec;
import io.skillsdk.internal.json.PayloadFailure;
import io.skillsdk.internal.json.UnreadableBodyException;
import io.skillsdk.internal.json.answer.ResultType;
import io.skillsdk.internal.json.shape.JsonShape;
import io.skillsdk.internal.json.type.PayloadType;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One action, ready to be called: all reflection and type resolution is behind it. */
public final class Action {

    private final String name;

    private final HttpMethod method;

    private final PathTemplate path;

    private final ActionInfo info;

    private final Signature signature;

    private final ActionMethod source;

    private final List<ActionInterceptor> interceptors;

    private final MethodHandle handle;

    private final EnvelopeReader reader;

    private final Map<String, Object> defaults = new LinkedHashMap<>();

    Action(
            String name,
            HttpMethod method,
            PathTemplate path,
            ActionInfo info,
            Signature signature,
            ActionMethod source,
            MethodHandle handle,
            int maxDepth) {
        this.name = name;
        this.method = method;
        this.path = path;
        this.info = info;
        this.signature = signature;
        this.source = source;
        this.interceptors = AnnotatedInterceptors.of(source);
        this.handle = handle;
        this.reader = new EnvelopeReader(signature.payload(), maxDepth);
        for (DeclaredProperty property : info.properties()) {
            Object byDefault = property.defaultValue();
            if (byDefault != null && !property.secure()) {
                defaults.put(property.name(), byDefault);
            }
        }
    }

    /** The action's name, unique in its catalog. */
    public String name() {
        return name;
    }

    /** The HTTP method it answers to. */
    public String method() {
        return method.name();
    }

    /** The path it answers at, without a leading slash; {@code ""} is the root. */
    public String path() {
        return path.text();
    }

    /** A short title for people, or empty. */
    public String title() {
        return info.title();
    }

    /** What it does, for people, or empty. */
    public String description() {
        return info.description();
    }

    /** The output of its own, unique in its catalog: an input of skill.yaml that routes to it reaches this action. */
    public String output() {
        return info.output();
    }

    /** The properties that it or its class declares. */
    public List<DeclaredProperty> properties() {
        return info.properties();
    }

    /** The outputs it routes results to, for skill.yaml; empty when it leaves that to skill.yaml. */
    public List<String> outputs() {
        return info.outputs();
    }

    /** What it takes as payload; any JSON when it takes none. */
    public PayloadType payload() {
        return signature.payload();
    }

    /** Whether it takes a payload, by itself or within the envelope. */
    public boolean takesPayload() {
        return signature.takesPayload();
    }

    /** Whether calls of it carry a body. */
    public boolean takesBody() {
        return HttpMethods.carriesBody(method);
    }

    /** What it answers with, in Java's words; {@code void} for nothing. */
    public String resultType() {
        return signature.resultType();
    }

    /** What JSON it answers with, or null when that is known only at run time. */
    public @Nullable JsonShape resultShape() {
        return signature.result() == null ? null : signature.result().shape();
    }

    /** Whether it takes a body such as this one. */
    public boolean reads(Map<String, Object> body) {
        try {
            read(JsonCodec.write(body).getBytes(StandardCharsets.UTF_8));
            return true;
        } catch (UnreadableBodyException | PayloadFailure e) {
            return false;
        }
    }

    /** Whether its result may be nothing, which is answered as {@code {}}. */
    public boolean mayAnswerNothing() {
        return signature.result() == null || signature.result().isOptional() || source.isNullable();
    }

    /** The class of the instance that has it. */
    public Class<?> type() {
        return source.type();
    }

    /** What it takes from path, query and headers. */
    public List<ParameterInfo> parameters() {
        return ParameterInfo.of(path, signature.arguments(), source);
    }

    public @Nullable ResultType result() {
        return signature.result();
    }

    /** Whether it answers later, with a CompletionStage. */
    public boolean isAsynchronous() {
        return signature.isAsynchronous();
    }

    public PathTemplate template() {
        return path;
    }

    /** The instance and the method behind it. */
    public ActionMethod source() {
        return source;
    }

    public Signature signature() {
        return signature;
    }

    public SkillRequest<?> read(byte[] body) throws UnreadableBodyException, PayloadFailure {
        // at daemon.path an action gets the envelope whatever its own method is
        SkillRequest<?> request =
                HttpMethods.carriesBody(method) || body.length > 0 ? reader.read(body) : SkillRequest.of(Map.of());
        return defaults.isEmpty() ? request : request.withDefaultProperties(defaults);
    }

    /**
     * Returns what to call it with.
     *
     * @param violations takes what is wrong with path, query and headers
     */
    public @Nullable Object[] bind(CallInputs inputs, List<Violation> violations) {
        List<ArgumentResolver> resolvers = signature.arguments();
        @Nullable Object[] arguments = new Object[resolvers.size()];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = resolvers.get(i).resolve(inputs, violations);
        }
        return arguments;
    }

    /** The same arguments, with the payload and the envelope of other inputs. */
    public @Nullable Object[] rebind(@Nullable Object[] arguments, CallInputs inputs) {
        @Nullable Object[] changed = arguments.clone();
        for (int i = 0; i < changed.length; i++) {
            ArgumentResolver resolver = signature.arguments().get(i);
            if (resolver == ArgumentResolver.Whole.PAYLOAD || resolver == ArgumentResolver.Whole.ENVELOPE) {
                changed[i] = resolver.resolve(inputs, List.of());
            }
        }
        return changed;
    }

    /** The interceptors that its annotations name, the outermost first. */
    public List<ActionInterceptor> interceptors() {
        return interceptors;
    }

    public @Nullable Object call(@Nullable Object[] arguments) throws Throwable {
        return handle.invokeExact(arguments);
    }

    @Override
    public String toString() {
        return name + " (" + method + " /" + path.text() + ")";
    }
}
