package io.skillsdk.internal.json;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.skillsdk.internal.json.answer.AnswerWriter;
import io.skillsdk.internal.json.answer.ResultType;
import io.skillsdk.internal.json.answer.UnwritableResultException;
import io.skillsdk.internal.json.schema.Direction;
import io.skillsdk.internal.json.schema.JsonSchemas;
import io.skillsdk.internal.json.type.PayloadType;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** A type as an action binds it; plain Jackson and the type's schema, beside it, are what it is held against. */
public final class Binding {

    private static final JsonMapper PLAIN = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    private final Type type;

    private final PayloadType payload;

    private final EnvelopeReader reader;

    private @Nullable Schema schema;

    private Binding(Type type) {
        this.type = type;
        this.payload = PayloadType.of(type);
        this.reader = new EnvelopeReader(payload);
    }

    public static Binding of(Type type) {
        return new Binding(type);
    }

    public static Binding of(TypeReference<?> type) {
        return new Binding(type.getType());
    }

    public PayloadType type() {
        return payload;
    }

    /** What is bound to a payload; it must be one that is taken. */
    public Object value(String json) {
        try {
            return read(json);
        } catch (UnreadableBodyException | PayloadFailure e) {
            throw new AssertionError(json + ": " + e, e);
        }
    }

    public Object read(String json) throws UnreadableBodyException, PayloadFailure {
        return reader.read(("{\"payload\":" + json + "}").getBytes(StandardCharsets.UTF_8))
                .payload();
    }

    public boolean takes(String json) {
        return faults(json).isEmpty();
    }

    /** What is told of a payload, each as its field and its message; empty for one that is taken. */
    public List<String> faults(String json) {
        try {
            read(json);
            return List.of();
        } catch (UnreadableBodyException e) {
            return e.violations().isEmpty()
                    ? List.of(e.detail())
                    : e.violations().stream()
                            .map(each -> each.field() + " " + each.message())
                            .toList();
        } catch (PayloadFailure e) {
            throw new AssertionError(json + " is called a fault of the author's", e);
        }
    }

    /** The fields of what is told. */
    public List<String> fields(String json) {
        return faults(json).stream().map(each -> each.split(" ", 2)[0]).toList();
    }

    /** What an action answers that returns its payload. */
    public String echoed(String json) {
        try {
            byte[] answer = new AnswerWriter(1_000_000).write(value(json), ResultType.of(type), null);
            String text = new String(answer, StandardCharsets.UTF_8);
            return text.substring("{\"payload\":".length(), text.length() - 1);
        } catch (UnwritableResultException e) {
            throw new AssertionError(json, e);
        }
    }

    /** What a plain mapper writes of what it reads; null where it refuses that. */
    public @Nullable String plain(String json) {
        try {
            return PLAIN.writerFor(PLAIN.constructType(type))
                    .writeValueAsString(PLAIN.readValue(json, PLAIN.constructType(type)));
        } catch (JacksonException e) {
            return null;
        }
    }

    /** What is wrong with a payload by the schema of the type, as a library of others reads it. */
    public List<String> schemaErrors(String json) {
        Schema known = schema;
        if (known == null) {
            JsonSchemas schemas = new JsonSchemas();
            Map<String, Object> root = new LinkedHashMap<>();
            root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
            root.putAll(schemas.of(payload.shape(), Direction.READ));
            root.put("components", Map.of("schemas", schemas.components()));
            known = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(JsonCodec.write(root));
            schema = known;
        }
        return known.validate(json, InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }
}
