package io.skillsdk.api;

import io.skillsdk.BackgroundTasks;
import io.skillsdk.DataSize;
import io.skillsdk.HttpMethod;
import io.skillsdk.Secret;
import io.skillsdk.SkillAction;
import io.skillsdk.SkillContext;
import io.skillsdk.SkillError;
import io.skillsdk.SkillException;
import io.skillsdk.SkillProperties;
import io.skillsdk.SkillRequest;
import io.skillsdk.SkillResponse;
import io.skillsdk.Violation;
import io.skillsdk.call.ActionInterceptor;
import io.skillsdk.call.CallContext;
import io.skillsdk.call.CallListener;
import io.skillsdk.call.CallOutcome;
import io.skillsdk.call.EndedCall;
import io.skillsdk.call.InterceptedCall;
import io.skillsdk.call.StartedCall;
import io.skillsdk.definition.DefinitionException;
import io.skillsdk.definition.Finding;
import io.skillsdk.definition.Severity;
import io.skillsdk.fabric.Activations.Activation;
import io.skillsdk.fabric.CachedArtifact;
import io.skillsdk.fabric.ConnectionDefinition;
import io.skillsdk.fabric.ContentBody;
import io.skillsdk.fabric.ContentItem;
import io.skillsdk.fabric.Documents.Document;
import io.skillsdk.fabric.Experiment;
import io.skillsdk.fabric.Fabric;
import io.skillsdk.fabric.FabricException;
import io.skillsdk.fabric.Invocation;
import io.skillsdk.fabric.Invocations;
import io.skillsdk.fabric.Sessions;
import io.skillsdk.fabric.connection.GcsParameters;
import io.skillsdk.fabric.connection.JdbcParameters;
import io.skillsdk.fabric.connection.MongoParameters;
import io.skillsdk.fabric.connection.S3Parameters;
import io.skillsdk.settings.SkillSettings;
import io.skillsdk.testing.FabricServer;
import io.skillsdk.testing.InMemoryFabric;
import io.skillsdk.testing.SkillTester;
import io.skillsdk.testing.TypeReference;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Array;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** One object of each class of the public API, and one of each type that its methods take. */
final class ApiSamples implements AutoCloseable {

    private final Map<Class<?>, Object> samples = new LinkedHashMap<>();

    private final InMemoryFabric platform = new InMemoryFabric()
            .connection("db", "mongo", Map.of("uri", "mongodb://localhost/x"))
            .content("a.txt", "text")
            .artifact("e", "r", "model", new byte[] {1})
            .model(Map.of("name", "m", "more", List.of("a")))
            .skill("s", input -> input);

    private final FabricServer server = FabricServer.of(platform);

    /** An action that takes what the SDK makes for a call. */
    private static final class Taking {

        private final AtomicReference<BackgroundTasks> background = new AtomicReference<>();

        @SkillAction
        public String run(String payload, BackgroundTasks tasks) {
            background.set(tasks);
            return payload;
        }
    }

    ApiSamples() {
        addValues();
        addPlatform();
        addCall();
        addTypesOfJava();
    }

    private void addValues() {
        add(new DataSize(1), Secret.of("s"), new Violation("payload.a", "is required"));
        add(new SkillError(400, "Bad Request", "detail", null, List.of(new Violation("a", "b"))));
        add(SkillException.badRequest("message", new Violation("a", "b")));
        add(SkillProperties.of(Map.of("list", List.of("a"), "map", Map.of("a", List.of("b")))));
        add(SkillRequest.builder("payload")
                .field("headers", Map.of("a", "b"))
                .property("p", "v")
                .build());
        add(SkillRequest.builder("payload"), SkillResponse.of("payload"), SkillContext.builder());
        add(SkillContext.builder()
                .headers(Map.of("traceparent", List.of("b")))
                .pathParameters(Map.of("a", "b"))
                .queryParameters(Map.of("a", List.of("b")))
                .build());
        add(CallContext.capture(), new DefinitionException("message"));
        add(new Finding("id", Severity.ERROR, Path.of("skill.yaml"), 1, 1, "part", "message"));
        add(SkillSettings.of(Map.of("acme.name", "a")));
    }

    private void addPlatform() {
        Fabric fabric = platform.fabric();
        add(Fabric.class, fabric);
        for (Object resource : List.of(
                fabric.session(),
                fabric.sessions(),
                fabric.secrets(),
                fabric.connections(),
                fabric.content(),
                fabric.experiments(),
                fabric.models(),
                fabric.skills(),
                fabric.activations(),
                fabric.raw(),
                fabric.experiments().get("e"),
                fabric.experiments().get("e").lastRun())) {
            for (Class<?> face : resource.getClass().getInterfaces()) {
                samples.put(face, resource);
            }
        }
        add(Activation.of("a-1", Map.of("status", "COMPLETE", "more", List.of("a"))));
        add(CachedArtifact.of("model", artifact -> "model"));
        add(ConnectionDefinition.of("db", "mongo", Map.of("uri", "mongodb://localhost/x")));
        add(ContentBody.of("text"), fabric.content().download("a.txt"));
        add(new ContentItem("a.txt", 4, "text/plain", Optional.empty(), Optional.empty()));
        add(Document.of(Map.of("name", "m", "more", List.of("a"))));
        add(new Experiment.RunQuery(Map.of("a", "b"), Map.of("a", 1), 1));
        add(new FabricException(FabricException.Reason.INVALID, 400, "what", null));
        add(Invocation.of("skill", "input").payload(Map.of("a", "b")));
        add(new Invocations.Answer<>("a-1", "payload"));
        add(new GcsParameters("bucket", "key", Optional.empty()));
        Properties properties = new Properties();
        properties.setProperty("a", "b");
        add(new JdbcParameters("jdbc:x:", properties, Optional.empty(), Optional.empty()));
        add(new MongoParameters("mongodb://localhost/x", Optional.empty(), Optional.empty(), Optional.empty()));
        add(new S3Parameters(
                "bucket", "key", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false));
        add(new Sessions.Start("s-1", null, null, Map.of("a", "b")));
        add(new Sessions.Summary("s-1", Duration.ZERO, ""));
        add(platform, server);
    }

    private void addCall() {
        Taking taking = new Taking();
        SkillTester tester = SkillTester.of(taking);
        add(tester, new TypeReference<List<String>>() {});
        samples.put(TypeReference.class, new TypeReference<List<String>>() {});
        // the same one serves for what an error has: violations
        add(tester.invoke(Map.of("not", "a string")));
        tester.interceptor(call -> {
                    samples.put(InterceptedCall.class, call);
                    return call.proceed();
                })
                .listener(new CallListener() {
                    @Override
                    public void began(StartedCall call) {
                        samples.put(StartedCall.class, call);
                    }
                })
                .invoke("payload");
        samples.put(BackgroundTasks.class, taking.background.get());
        add(new EndedCall(
                (StartedCall) samples.get(StartedCall.class),
                200,
                CallOutcome.SUCCEEDED,
                Optional.empty(),
                Duration.ZERO,
                Duration.ZERO,
                0,
                0));
    }

    private void addTypesOfJava() {
        add("sample", Duration.ofSeconds(1), Instant.EPOCH, Optional.empty(), URI.create("https://localhost"));
        add(new byte[] {1}, properties());
        add(Path.class, Path.of("target"));
        add(Clock.class, Clock.systemUTC());
        add(InputStream.class, new ByteArrayInputStream(new byte[] {1}));
        add(Stream.class, Stream.of("a"));
        add(Runnable.class, (Runnable) () -> {});
        add(Executor.class, (Executor) Runnable::run);
        add(Function.class, (Function<Object, Object>) value -> value);
        add(UnaryOperator.class, (UnaryOperator<Object>) value -> value);
        add(Supplier.class, (Supplier<Object>) () -> new ByteArrayInputStream(new byte[] {1}));
        add(BackgroundTasks.Task.class, (BackgroundTasks.Task) () -> {});
        add(CachedArtifact.Loader.class, (CachedArtifact.Loader<Object>) artifact -> "model");
        add(CallListener.class, new CallListener() {});
        add(ActionInterceptor.class, (ActionInterceptor) InterceptedCall::proceed);
    }

    private static Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("a", "b");
        return properties;
    }

    private void add(Object... objects) {
        for (Object object : objects) {
            samples.put(object.getClass(), object);
        }
    }

    private <T> void add(Class<T> type, T object) {
        samples.put(type, object);
    }

    /** The object of a class of the API, or empty when users make the only ones. */
    Optional<Object> of(Class<?> type) {
        Object sample = samples.get(type);
        return sample == null && type.isEnum() ? Optional.of(type.getEnumConstants()[0]) : Optional.ofNullable(sample);
    }

    /** An object of a class below that one. */
    Object ofSubclass(Class<?> type) {
        return samples.values().stream()
                .filter(type::isInstance)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No sample of " + type + ". Add one."));
    }

    /** A value for a parameter, not null; containers can be changed. */
    Object argument(Class<?> type, Type generic) {
        if (type == Class.class) {
            return classFor(generic.getTypeName(), generic);
        }
        if (type == Map.class) {
            return new HashMap<>(Map.of("sample", "sample"));
        }
        if (type == List.class) {
            return new ArrayList<>(List.of());
        }
        if (type.isArray() && type != byte[].class) {
            Object array = Array.newInstance(type.getComponentType(), 1);
            Array.set(array, 0, argument(type.getComponentType(), type.getComponentType()));
            return array;
        }
        if (type.isPrimitive()) {
            return type == boolean.class ? (Object) true : type == long.class ? (Object) 1L : 1;
        }
        if (type == Enum.class) {
            return HttpMethod.GET;
        }
        if (type == Throwable.class) {
            return new IllegalStateException();
        }
        if (type == Object.class) {
            return generic instanceof TypeVariable ? "sample" : Map.of("name", "sample");
        }
        return of(type).orElseThrow(() -> new IllegalStateException("No sample of " + type + ". Add one."));
    }

    private static Class<?> classFor(String name, Type generic) {
        String bound = generic instanceof java.lang.reflect.ParameterizedType parameterized
                        && parameterized.getActualTypeArguments()[0] instanceof TypeVariable<?> variable
                ? variable.getBounds()[0].getTypeName()
                : name;
        if (bound.startsWith("java.lang.Enum")) {
            return HttpMethod.class;
        }
        if (bound.equals(Record.class.getName())) {
            return DataSize.class;
        }
        if (bound.equals(Annotation.class.getName())) {
            return Deprecated.class;
        }
        return bound.equals(Throwable.class.getName()) ? IllegalStateException.class : String.class;
    }

    @Override
    public void close() {
        server.close();
    }
}
