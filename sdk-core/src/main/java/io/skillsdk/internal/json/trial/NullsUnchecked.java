package io.skillsdk.internal.json.trial;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.AnnotationIntrospector;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotationIntrospectorPair;
import tools.jackson.databind.introspect.NopAnnotationIntrospector;

/**
 * Leaves it to {@link Attempt} to refuse nulls: Jackson does so outside of any value's reader, where reading could not go
 * on.
 */
final class NullsUnchecked extends AnnotationIntrospectorPair {

    private static final long serialVersionUID = 1L;

    NullsUnchecked(AnnotationIntrospector annotations) {
        super(annotations, NopAnnotationIntrospector.nopInstance());
    }

    @Override
    public JsonSetter.Value findSetterInfo(MapperConfig<?> config, Annotated annotated) {
        JsonSetter.Value declared = super.findSetterInfo(config, annotated);
        Nulls value = declared.getValueNulls() == Nulls.FAIL ? Nulls.DEFAULT : declared.getValueNulls();
        Nulls content = declared.getContentNulls() == Nulls.FAIL ? Nulls.DEFAULT : declared.getContentNulls();
        return declared.withValueNulls(value, content);
    }

    /** Whether null is refused for a property, or for what is in it. */
    static boolean refusesNull(@Nullable BeanProperty property, boolean content, DeserializationContext context) {
        AnnotatedMember member = property == null ? null : property.getMember();
        if (member == null || !(context.getAnnotationIntrospector() instanceof NullsUnchecked unchecked)) {
            return false;
        }
        JsonSetter.Value declared = unchecked._primary.findSetterInfo(context.getConfig(), member);
        return (content ? declared.getContentNulls() : declared.getValueNulls()) == Nulls.FAIL;
    }
}
