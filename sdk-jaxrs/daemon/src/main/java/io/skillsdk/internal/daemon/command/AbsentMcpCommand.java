package io.skillsdk.internal.daemon.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** Stands for the command {@code mcp} where the module that brings it is not on the class path, and says so. */
@Command(name = AbsentMcpCommand.NAME, hidden = true, description = "Needs skill-sdk-mcp.")
final class AbsentMcpCommand implements Callable<Integer> {

    static final String NAME = "mcp";

    /** Whatever is asked of it, such as --help. */
    @Unmatched
    @SuppressWarnings("UnusedVariable") // so that picocli takes them
    private List<String> arguments = new ArrayList<>();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        spec.commandLine()
                .getErr()
                .println("The command mcp needs skill-sdk-mcp. Add this to the dependencies"
                        + " in pom.xml: <dependency><groupId>io.skillsdk</groupId><artifactId>skill-sdk-mcp</artifactId>"
                        + "<version>" + SkillCommand.Version.ofTheSdk() + "</version></dependency>");
        spec.commandLine().getErr().flush();
        return spec.exitCodeOnInvalidInput();
    }
}
