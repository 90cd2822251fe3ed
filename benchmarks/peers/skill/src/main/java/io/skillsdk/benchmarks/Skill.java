package io.skillsdk.benchmarks;

import io.skillsdk.SkillAction;
import io.skillsdk.daemon.SkillDaemon;
import java.util.StringTokenizer;

/** The SDK: a word count, and the same after a sleep. */
public final class Skill {

    public record Text(String text) {}

    public record Nap(String text, long millis) {}

    public record Count(int words) {}

    @SkillAction(path = "invoke")
    public Count count(Text payload) {
        return new Count(new StringTokenizer(payload.text()).countTokens());
    }

    @SkillAction(path = "sleep")
    public Count sleep(Nap payload) throws InterruptedException {
        Thread.sleep(payload.millis());
        return count(new Text(payload.text()));
    }

    public static void main(String[] args) {
        SkillDaemon.of(new Skill()).set("daemon.host", "127.0.0.1").set("daemon.port", args[0]).run();
    }
}
