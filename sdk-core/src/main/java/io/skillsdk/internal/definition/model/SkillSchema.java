package io.skillsdk.internal.definition.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The JSON Schema of skill.yaml, for editors: lenient where real definitions are odd. */
public final class SkillSchema {

    /** Where it is in the jar. */
    public static final String RESOURCE = "/io/skillsdk/definition/skill.schema.json";

    private SkillSchema() {}

    /** The schema, as it is in the jar. */
    public static String text() {
        try (InputStream in = Objects.requireNonNull(SkillSchema.class.getResourceAsStream(RESOURCE))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
