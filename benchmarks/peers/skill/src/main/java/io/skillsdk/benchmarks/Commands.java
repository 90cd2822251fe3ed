package io.skillsdk.benchmarks;

import io.skillsdk.SkillAction;
import io.skillsdk.daemon.SkillDaemon;

/** The commands behind the actions that the workspace of {@code benchmarks/check} has inputs for. */
public final class Commands {

    private final Skill skill = new Skill();

    @SkillAction(path = "invoke")
    public Skill.Count count(Skill.Text payload) {
        return skill.count(payload);
    }

    @SkillAction(path = "sleep")
    public Skill.Count sleep(Skill.Nap payload) throws InterruptedException {
        return skill.sleep(payload);
    }

    public static void main(String[] args) {
        SkillDaemon.builder(new Commands()).run(args);
    }
}
