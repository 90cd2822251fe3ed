package io.skillsdk.internal.json.shape;

import io.skillsdk.SkillParameter;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.BeanPropertyDefinition;

/** Where the words of a {@link SkillParameter} stand. */
final class SkillParameters {

    private SkillParameters() {}

    /** Those on a member, or on another part of its property; null for none. */
    static @Nullable SkillParameter on(BeanPropertyDefinition property, AnnotatedMember member) {
        for (AnnotatedMember each : new AnnotatedMember[] {
            member, property.getField(), property.getGetter(), property.getSetter(), property.getConstructorParameter()
        }) {
            if (each != null && each.getAnnotation(SkillParameter.class) != null) {
                return each.getAnnotation(SkillParameter.class);
            }
        }
        return null;
    }
}
