package io.skillsdk.internal.json.shape;

import io.skillsdk.internal.json.shape.JsonShape.Member;
import io.skillsdk.internal.json.shape.JsonShape.Structure;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.AnnotationIntrospector;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.util.IgnorePropertiesUtil;

/** What a component ignores of its type, by {@code @JsonIgnoreProperties} or {@code @JsonIncludeProperties}. */
record IgnoredNames(Set<String> ignored, @Nullable Set<String> included) {

    static IgnoredNames on(AnnotatedMember member, MapperConfig<?> config, boolean reads) {
        AnnotationIntrospector annotations = config.getAnnotationIntrospector();
        var ignored = annotations.findPropertyIgnoralByName(config, member);
        return new IgnoredNames(
                reads ? ignored.findIgnoredForDeserialization() : ignored.findIgnoredForSerialization(),
                annotations.findPropertyInclusionByName(config, member).getIncluded());
    }

    /** A shape without what is ignored of the structure in it. */
    JsonShape without(JsonShape shape) {
        if (ignored.isEmpty() && included == null) {
            return shape;
        }
        if (shape instanceof JsonShape.Array array) {
            return new JsonShape.Array(array.type(), without(array.element()));
        }
        if (shape instanceof JsonShape.Dictionary dictionary) {
            return new JsonShape.Dictionary(dictionary.type(), without(dictionary.value()));
        }
        if (!(shape instanceof Structure structure)) {
            return shape;
        }
        if (!structure.isComplete()) {
            // it contains itself, and is just being described
            return new JsonShape.Anything(structure.type());
        }
        Map<String, Member> left = new LinkedHashMap<>(structure.members());
        left.keySet().removeIf(name -> IgnorePropertiesUtil.shouldIgnore(name, ignored, included));
        return Structure.of(structure.type(), structure.name(), left);
    }
}
