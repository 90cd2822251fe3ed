package io.skillsdk.benchmarks;

import io.skillsdk.SkillAction;
import io.skillsdk.daemon.SkillDaemon;
import java.util.StringTokenizer;

/** The SDK: a word count, and the same after a sleep. */
public final class Skill {

    public record Text(String text) {}

    public record Nap(String text, long millis) {}

    public record Size(String text, int size) {}

    public record Count(int words) {}

    public record Large(String text) {}

    @SkillAction(path = "invoke")
    public Count count(Text payload) {
        return new Count(new StringTokenizer(payload.text()).countTokens());
    }

    @SkillAction(path = "sleep")
    public Count sleep(Nap payload) throws InterruptedException {
        Thread.sleep(payload.millis());
        return count(new Text(payload.text()));
    }

    /** As many characters as it is asked for. */
    @SkillAction(path = "large")
    public Large large(Size payload) {
        return new Large(payload.text().repeat(payload.size() / payload.text().length() + 1));
    }

    /** Serves on a port; with the actions of a further class, when there is one. */
    public static void main(String[] args) throws ReflectiveOperationException {
        SkillDaemon.Builder builder = SkillDaemon.builder(new Skill());
        if (args.length > 1) {
            builder.action(Class.forName(args[1]).getConstructor().newInstance());
        }
        builder.set("daemon.host", "127.0.0.1").set("daemon.port", args[0]).run();
    }
}
