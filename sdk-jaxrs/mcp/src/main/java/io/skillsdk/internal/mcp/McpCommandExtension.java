package io.skillsdk.internal.mcp;

import io.skillsdk.internal.daemon.command.CommandExtension;
import io.skillsdk.internal.daemon.command.SkillApplication;

/** Adds the command {@code mcp}. */
public final class McpCommandExtension implements CommandExtension {

    /** Made by the command line. */
    public McpCommandExtension() {}

    @Override
    public Object command(SkillApplication application) {
        return new McpCommand(application);
    }
}
