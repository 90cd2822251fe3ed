package io.skillsdk.internal.daemon.command;

/** A command that an optional module of the SDK adds. Found by {@link java.util.ServiceLoader}. */
public interface CommandExtension {

    /** Makes the command: an object with picocli's annotations. */
    Object command(SkillApplication application);
}
