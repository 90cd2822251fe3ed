package io.skillsdk.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.skillsdk.SkillContext;
import io.skillsdk.SkillError;
import io.skillsdk.SkillException;
import io.skillsdk.SkillProperties;
import io.skillsdk.SkillRequest;
import io.skillsdk.Violation;
import io.skillsdk.fabric.Activations.Activation;
import io.skillsdk.fabric.ConnectionDefinition;
import io.skillsdk.fabric.Documents.Document;
import io.skillsdk.fabric.Experiment.RunQuery;
import io.skillsdk.fabric.Invocation;
import io.skillsdk.fabric.Sessions;
import io.skillsdk.fabric.connection.JdbcParameters;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The values of the public API do not change: not by what they were made of, and not by what they give out. */
class PublicApiImmutableTest {

    private static final ApiSamples SAMPLES = new ApiSamples();

    @AfterAll
    static void close() {
        SAMPLES.close();
    }

    @TestFactory
    Stream<DynamicTest> aRecordCopiesTheContainersThatItIsMadeOf() {
        return PublicApi.classes().stream()
                .filter(Class::isRecord)
                .flatMap(type -> Arrays.stream(type.getRecordComponents()))
                .filter(component -> isContainer(component.getType()))
                .map(component -> dynamicTest(
                        component.getDeclaringRecord().getSimpleName() + "." + component.getName(),
                        () -> assertCopied(component)));
    }

    private static void assertCopied(RecordComponent component) throws Exception {
        Class<?> record = component.getDeclaringRecord();
        RecordComponent[] components = record.getRecordComponents();
        Object[] arguments = new Object[components.length];
        Object container = container(component);
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] =
                    components[i].equals(component) || components[i].getName().equals(component.getName())
                            ? container
                            : SAMPLES.argument(components[i].getType(), components[i].getGenericType());
        }
        Constructor<?> constructor = record.getDeclaredConstructor(
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        Object made = constructor.newInstance(arguments);
        String before = String.valueOf(component.getAccessor().invoke(made));
        assertThat(change(container))
                .as("the container of the test can be changed")
                .isTrue();
        assertThat(String.valueOf(component.getAccessor().invoke(made))).isEqualTo(before);
    }

    private static Object container(RecordComponent component) {
        String type = component.getGenericType().getTypeName();
        if (component.getType() == Map.class) {
            Object value = type.endsWith("java.lang.Integer>") ? 1 : "sample";
            return new HashMap<>(Map.of("sample", value));
        }
        return new ArrayList<>(
                type.contains(Violation.class.getName()) ? List.of(new Violation("a", "b")) : List.of("a"));
    }

    @TestFactory
    Stream<DynamicTest> whatAnObjectGivesOutDoesNotChangeIt() {
        return PublicApi.classes().stream()
                .flatMap(type -> PublicApi.members(type).stream())
                .filter(Method.class::isInstance)
                .map(Method.class::cast)
                .filter(method -> method.getParameterCount() == 0
                        && !Modifier.isStatic(method.getModifiers())
                        && isContainer(method.getReturnType()))
                .distinct()
                .map(method -> dynamicTest(
                        method.getDeclaringClass().getSimpleName() + "." + method.getName(),
                        () -> assertNotChangedBy(method)));
    }

    private static void assertNotChangedBy(Method method) throws Exception {
        Optional<Object> sample = SAMPLES.of(method.getDeclaringClass());
        if (sample.isEmpty()) {
            return; // an interface of authors
        }
        method.setAccessible(true); // the classes behind the interfaces are hidden
        String before = text(method.invoke(sample.get()));
        change(method.invoke(sample.get()));
        assertThat(text(method.invoke(sample.get()))).isEqualTo(before);
    }

    private static boolean isContainer(Class<?> type) {
        return Collection.class.isAssignableFrom(type) || Map.class.isAssignableFrom(type) || type.isArray();
    }

    private static String text(Object container) {
        return container instanceof byte[] bytes ? Arrays.toString(bytes) : String.valueOf(container);
    }

    /** Empties a container, and before that those in it; tells whether it could be changed. */
    private static boolean change(@Nullable Object container) {
        if (container instanceof byte[] bytes && bytes.length > 0) {
            bytes[0]++;
            return true;
        }
        try {
            if (container instanceof Map<?, ?> map) {
                map.values().forEach(PublicApiImmutableTest::change);
                map.clear();
                return true;
            }
            if (container instanceof Collection<?> collection) {
                collection.forEach(PublicApiImmutableTest::change);
                collection.clear();
                return true;
            }
        } catch (UnsupportedOperationException e) {
            return false; // as it should be
        }
        return false;
    }

    /** A class that is no record, made of a map with a list in it; both are changed afterwards. */
    private static <T> void assertCopiesDeeply(Function<Map<String, Object>, T> maker, Function<T, ?> reader) {
        List<Object> inner = new ArrayList<>(List.of("a", "b"));
        Map<String, Object> outer = new HashMap<>(Map.of("inner", inner));
        T made = maker.apply(outer);
        String before = String.valueOf(reader.apply(made));
        assertThat(before).contains("a, b");
        inner.clear();
        outer.clear();
        assertThat(String.valueOf(reader.apply(made))).isEqualTo(before);
    }

    @Test
    void whatIsMadeOfAMapCopiesItInDepth() {
        assertCopiesDeeply(SkillProperties::of, properties -> properties.getList("inner"));
        assertCopiesDeeply(
                map -> SkillRequest.builder("p").properties(map).build(),
                request -> request.properties().getList("inner"));
        assertCopiesDeeply(map -> SkillRequest.builder("p").fields(map).build(), request -> request.field("inner"));
        assertCopiesDeeply(map -> Activation.of("a", map), Activation::fields);
        assertCopiesDeeply(Document::of, Document::fields);
        assertCopiesDeeply(ConnectionDefinition::of, ConnectionDefinition::definition);
        assertCopiesDeeply(map -> Invocation.of("a", "b").properties(map), Invocation::body);
        assertCopiesDeeply(map -> new RunQuery(map, Map.of(), 0), RunQuery::filter);
        assertCopiesDeeply(map -> new Sessions.Start(null, null, null, map), Sessions.Start::state);
    }

    @Test
    void headersAndParametersOfAContextAreCopied() {
        List<String> inner = new ArrayList<>(List.of("a"));
        Map<String, List<String>> outer = new HashMap<>(Map.of("x", inner));
        Map<String, String> path = new HashMap<>(Map.of("id", "7"));
        SkillContext context = SkillContext.builder()
                .headers(outer)
                .queryParameters(outer)
                .pathParameters(path)
                .build();
        inner.clear();
        outer.clear();
        path.clear();
        assertThat(context.header("X")).contains("a");
        assertThat(context.queryParameter("x")).contains("a");
        assertThat(context.pathParameter("id")).contains("7");
    }

    @Test
    void faultsAndPropertiesOfADriverAreCopied() {
        List<Violation> faults = new ArrayList<>(List.of(new Violation("a", "b")));
        SkillException exception = new SkillException(400, "message", faults);
        SkillError error = new SkillError(400, "title", "detail", null, faults);
        Properties properties = new Properties();
        properties.setProperty("a", "b");
        JdbcParameters jdbc = new JdbcParameters("jdbc:x:", properties, Optional.empty(), Optional.empty());
        faults.clear();
        properties.clear();
        assertThat(exception.violations()).hasSize(1);
        assertThat(error.violations()).hasSize(1);
        assertThat(jdbc.properties()).containsEntry("a", "b");
    }

    @Test
    void theFieldsByWhichRunsAreSortedKeepTheirOrder() {
        Map<String, Integer> sort = new LinkedHashMap<>();
        for (String field : List.of("z", "y", "endTime", "a", "took", "m")) {
            sort.put(field, -1);
        }
        assertThat(new RunQuery(Map.of(), sort, 0).sort().keySet())
                .containsExactly("z", "y", "endTime", "a", "took", "m");
    }
}
