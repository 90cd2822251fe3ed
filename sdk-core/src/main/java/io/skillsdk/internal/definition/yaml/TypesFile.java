package io.skillsdk.internal.definition.yaml;

import io.skillsdk.internal.definition.model.TypeDefinition;
import java.nio.file.Path;
import java.util.List;

/**
 * A file of named types that was read.
 *
 * @param path the file
 * @param types its types
 * @param alone whether its one type is the whole file, and not in a list {@code types}
 * @param places where each part is
 */
public record TypesFile(Path path, List<TypeDefinition> types, boolean alone, Places places) {

    /** The part of a type, such as {@code types[1]}; empty for one that is the whole file. */
    public String part(int type) {
        return alone ? "" : "types[" + type + "]";
    }
}
