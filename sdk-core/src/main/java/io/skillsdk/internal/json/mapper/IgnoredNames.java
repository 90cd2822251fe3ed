package io.skillsdk.internal.json.mapper;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.AnnotationIntrospector;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.util.IgnorePropertiesUtil;

/** What a component ignores of its type, by {@code @JsonIgnoreProperties} or {@code @JsonIncludeProperties}. */
public record IgnoredNames(Set<String> ignored, @Nullable Set<String> included) {

    /**
     * Those on a component.
     *
     * @param reads whether they are asked for to read it, and not to write it
     */
    public static IgnoredNames on(AnnotatedMember member, MapperConfig<?> config, boolean reads) {
        AnnotationIntrospector annotations = config.getAnnotationIntrospector();
        var ignored = annotations.findPropertyIgnoralByName(config, member);
        return new IgnoredNames(
                reads ? ignored.findIgnoredForDeserialization() : ignored.findIgnoredForSerialization(),
                annotations.findPropertyInclusionByName(config, member).getIncluded());
    }

    /** Whether nothing is ignored. */
    public boolean isEmpty() {
        return ignored.isEmpty() && included == null;
    }

    /** Whether a member with this name is ignored. */
    public boolean contains(String name) {
        return IgnorePropertiesUtil.shouldIgnore(name, ignored, included);
    }
}
