package io.skillsdk.internal.definition.write;

import io.skillsdk.definition.DefinitionException;
import io.skillsdk.internal.definition.replace.FileChange;
import io.skillsdk.internal.definition.replace.FileReplacement;
import java.nio.file.Path;
import java.util.List;

/**
 * What would be written, before anything is: each text is computed and parsed again.
 *
 * @param bounds the folder that no write leaves
 * @param files the files that change, new ones among them; empty when all is in sync
 * @param notes what the author has to decide, and what could not be changed in place, in sentences
 */
public record WritePlan(Path bounds, List<FileChange> files, List<String> notes) {

    /**
     * Replaces all files, each as a whole, or none of them.
     *
     * @return the files
     * @throws DefinitionException when one cannot be written, with the reason; then all are as they were
     */
    public List<Path> apply() {
        new FileReplacement(bounds).replace(files);
        return files.stream().map(FileChange::file).toList();
    }
}
