package io.skillsdk.internal.json.type;

import io.skillsdk.internal.json.binding.FaultPlace;
import io.skillsdk.internal.json.mapper.Json;
import io.skillsdk.internal.json.sent.SentParser;
import io.skillsdk.internal.json.sent.SentReader;
import io.skillsdk.internal.json.sent.SentValue;
import io.skillsdk.internal.json.shape.JsonShape;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.exc.InvalidDefinitionException;

/**
 * Lets Jackson read a sample at start: that a type within another is abstract and has no subtypes, for one, it finds out
 * only by reading.
 */
final class BindingProbe {

    private static final int MOST_READS = 100;

    private final Set<JsonShape> within = new HashSet<>();

    private boolean needed;

    private BindingProbe() {}

    /** The definition that Jackson cannot bind to, or null where it can bind to all. */
    static @Nullable InvalidDefinitionException run(JavaType type, JsonShape shape) {
        BindingProbe probe = new BindingProbe();
        StringBuilder sample = new StringBuilder();
        probe.write(shape, sample);
        return probe.needed ? read(type, sample.toString()) : null;
    }

    private static @Nullable InvalidDefinitionException read(JavaType type, String sample) {
        SentValue root;
        try (JsonParser parser = Json.MAPPER.createParser(sample)) {
            root = SentReader.read(parser);
        } catch (JacksonException e) {
            // deeper than a body may be
            return null;
        }
        for (int i = 0; root != null && i < MOST_READS && !root.isOmitted(); i++) {
            SentParser parser = new SentParser(root, ObjectReadContext.empty());
            try {
                Json.MAPPER.readerFor(type).readValue(parser);
                return null;
            } catch (JacksonException e) {
                for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                    if (cause instanceof InvalidDefinitionException invalid) {
                        return invalid;
                    }
                }
                SentValue value = FaultPlace.of(e, root, parser).value();
                (value.isOmitted() ? root : value).omit();
            } catch (RuntimeException e) {
                // the author's code does not like the sample: it was made and called, and that is enough
                return null;
            }
        }
        return null;
    }

    /** A value with all that is nested in it, and without the scalars: Jackson knows how to read those. */
    private void write(JsonShape shape, StringBuilder to) {
        JavaType type = (JavaType) shape.type();
        if (shape instanceof JsonShape.Array array) {
            to.append('[');
            write(array.element(), to);
            to.append(']');
        } else if (shape instanceof JsonShape.Dictionary dictionary) {
            to.append("{\"1\":");
            write(dictionary.value(), to);
            to.append('}');
        } else if (shape instanceof JsonShape.Structure structure && within.add(shape)) {
            needed |= !type.isRecordType();
            String comma = "{";
            for (JsonShape.Member member : structure.members().values()) {
                if (!(member.shape() instanceof JsonShape.Scalar)) {
                    to.append(comma)
                            .append(Json.MAPPER.writeValueAsString(member.name()))
                            .append(':');
                    write(member.shape(), to);
                    comma = ",";
                }
            }
            to.append(comma.equals("{") ? "{}" : "}");
            within.remove(shape);
        } else if (shape instanceof JsonShape.Anything && !type.isJavaLangObject()) {
            needed = true;
            to.append("{}");
        } else {
            to.append("null");
        }
    }
}
