package io.skillsdk.benchmarks;

import io.skillsdk.daemon.SkillDaemon;

/** The commands behind {@link Skill}, for {@code benchmarks/check}. */
public final class Commands {

    private Commands() {}

    public static void main(String[] args) {
        SkillDaemon.of(new Skill()).run(args);
    }
}
