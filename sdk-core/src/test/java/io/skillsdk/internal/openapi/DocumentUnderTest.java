package io.skillsdk.internal.openapi;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.skillsdk.internal.action.ActionDefaults;
import io.skillsdk.internal.json.JsonCodec;
import io.skillsdk.internal.routing.ActionCatalog;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The OpenAPI document of some actions, with its schemas ready to validate by a library of others. */
public final class DocumentUnderTest {

    private final String json;

    private final Map<String, Object> document;

    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

    private DocumentUnderTest(String json) {
        this.json = json;
        this.document = JsonCodec.readObject(json.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    public static DocumentUnderTest of(Object... actions) {
        return of(ActionDefaults.PLATFORM, actions);
    }

    static DocumentUnderTest of(ActionDefaults defaults, Object... actions) {
        return new DocumentUnderTest(OpenApi.json(
                ActionCatalog.of(defaults, List.of(actions)), defaults, new ApiInfo("test", "1"), Examples.NONE));
    }

    public String json() {
        return json;
    }

    /** What is at a place of the document, such as {@code paths./invoke.post}, with dots between its keys. */
    @SuppressWarnings("unchecked")
    public Map<String, Object> at(String... keys) {
        Map<String, Object> at = document;
        for (String key : keys) {
            at = (Map<String, Object>) at.get(key);
            if (at == null) {
                throw new AssertionError("There is no " + key + " in " + json);
            }
        }
        return at;
    }

    /** What is wrong with a JSON text by a schema of the document; empty for nothing. */
    public List<String> errors(String component, String text) {
        return schemas.computeIfAbsent(component, this::schema).validate(text, InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }

    private Schema schema(String component) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$ref", "#/components/schemas/" + component);
        schema.put("components", document.get("components"));
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(JsonCodec.write(schema));
    }
}
