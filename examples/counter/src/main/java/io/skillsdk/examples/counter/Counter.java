package io.skillsdk.examples.counter;

import io.skillsdk.SkillAction;
import io.skillsdk.SkillException;
import io.skillsdk.SkillParameter;
import io.skillsdk.SkillProperties;
import io.skillsdk.SkillProperty;
import io.skillsdk.daemon.SkillDaemon;
import io.skillsdk.fabric.Content;
import io.skillsdk.fabric.ContentBody;
import io.skillsdk.fabric.Download;
import io.skillsdk.fabric.Fabric;
import java.util.Optional;

/**
 * Counts up a number in a file of managed content. The file is only begun anew when the platform says that there is none: a platform
 * that fails is an error, and the count stays as it was.
 */
public final class Counter {

    private static final int MOST_BYTES = 100;

    /** The payload. */
    public record Step(
            @SkillParameter(description = "How much to count up; 1 where it is missing", example = "1")
            Optional<Integer> by) {}

    /** The result. */
    public record Count(String key, long before, long count) {}

    @SkillAction(description = "Counts up a number that is kept in managed content")
    @SkillProperty(
            name = "content-key",
            defaultValue = "counter/count.txt",
            title = "Content key",
            description = "The file of managed content that has the number")
    public Count count(Step payload, Fabric fabric, SkillProperties properties) {
        String key = properties.getString("content-key");
        long before = read(fabric.content(), key);
        long count = before + payload.by().orElse(1);
        fabric.content().upload(key, ContentBody.of(Long.toString(count)));
        return new Count(key, before, count);
    }

    private static long read(Content content, String key) {
        Optional<Download> found = content.find(key);
        if (found.isEmpty()) {
            return 0;
        }
        try (Download file = found.get()) {
            return Long.parseLong(file.text(MOST_BYTES).strip());
        } catch (NumberFormatException e) {
            throw SkillException.preconditionFailed("The content '" + key + "' is not a whole number.");
        }
    }

    public static void main(String[] args) {
        SkillDaemon.run(args, new Counter());
    }
}
