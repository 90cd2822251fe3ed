package io.skillsdk.internal.action;

import io.skillsdk.SkillRequest;
import io.skillsdk.internal.json.EnvelopeReader;
import io.skillsdk.internal.json.JsonShape;
import io.skillsdk.internal.json.PayloadFailure;
import io.skillsdk.internal.json.PayloadType;
import io.skillsdk.internal.json.ResultType;
import io.skillsdk.internal.json.UnreadableBodyException;
import java.lang.invoke.MethodHandle;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One action, ready to be called: all reflection and type resolution is behind it. */
public final class Action {

    private final String name;

    private final HttpMethod method;

    private final PathTemplate path;

    private final ActionInfo words;

    private final Signature signature;

    private final Object instance;

    private final MethodHandle handle;

    private final EnvelopeReader reader;

    Action(
            String name,
            HttpMethod method,
            PathTemplate path,
            ActionInfo words,
            Signature signature,
            Object instance,
            MethodHandle handle,
            int maxDepth) {
        this.name = name;
        this.method = method;
        this.path = path;
        this.words = words;
        this.signature = signature;
        this.instance = instance;
        this.handle = handle;
        this.reader = new EnvelopeReader(signature.payload(), maxDepth);
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
        return words.title();
    }

    /** What it does, for people, or empty. */
    public String description() {
        return words.description();
    }

    /** The outputs it routes results to, for skill.yaml; empty when it leaves that to skill.yaml. */
    public List<String> outputs() {
        return words.outputs();
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
        return method.carriesBody();
    }

    /** What it answers with, in Java's words; {@code void} for nothing. */
    public String resultType() {
        return signature.resultType();
    }

    /** What JSON it answers with, or null when that is known only at run time. */
    public @Nullable JsonShape resultShape() {
        return signature.result() == null ? null : signature.result().shape();
    }

    @Nullable ResultType result() {
        return signature.result();
    }

    /** Whether it answers later, with a CompletionStage. */
    public boolean isAsynchronous() {
        return signature.isAsynchronous();
    }

    PathTemplate template() {
        return path;
    }

    SkillRequest<?> read(byte[] body) throws UnreadableBodyException, PayloadFailure {
        return method.carriesBody() ? reader.read(body) : SkillRequest.of(Map.of());
    }

    Signature signature() {
        return signature;
    }

    /** The object whose method it is. */
    Object instance() {
        return instance;
    }

    @Nullable Object[] bind(SkillRequest<?> request, ActionCall call) {
        List<ArgumentResolver> arguments = signature.arguments();
        @Nullable Object[] values = new Object[arguments.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = arguments.get(i).bind(request, call);
        }
        return values;
    }

    @Nullable Object call(@Nullable Object[] arguments) throws Throwable {
        return handle.invokeExact(arguments);
    }

    @Override
    public String toString() {
        return name + " (" + method + " /" + path.text() + ")";
    }
}
