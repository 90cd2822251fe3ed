package io.skillsdk.internal.json.trial;

import io.skillsdk.internal.json.mapper.NotNullAnnotations;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.deser.SettableBeanProperty;

/**
 * A member that an object lacks.
 *
 * @param name the name that is read
 * @param type what is read
 * @param message the author's sentence for one that is not there, or null
 */
public record MissingMember(
        String name, Class<?> type, @Nullable String message) {

    static MissingMember of(SettableBeanProperty property) {
        return new MissingMember(
                property.getName(),
                property.getType().getRawClass(),
                property.getMember() == null ? null : NotNullAnnotations.messageOf(property.getMember()));
    }
}
