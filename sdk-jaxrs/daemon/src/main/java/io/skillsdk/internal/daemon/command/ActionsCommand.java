package io.skillsdk.internal.daemon.command;

import io.skillsdk.internal.action.Action;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What is served where. */
@Command(
        name = "actions",
        description = "Prints a table of what is served: method, path, payload and result.",
        mixinStandardHelpOptions = true)
final class ActionsCommand implements Callable<Integer> {

    private final SkillApplication application;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    ActionsCommand(SkillApplication application) {
        this.application = application;
    }

    @Override
    public Integer call() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("ACTION", "METHOD", "PATH", "PAYLOAD", "RESULT"));
        for (Action action : application.catalog().actions()) {
            rows.add(List.of(
                    action.name(),
                    action.method(),
                    "/" + action.path(),
                    action.takesPayload() ? action.payload().describe() : "-",
                    action.resultType()));
        }
        PrintWriter out = spec.commandLine().getOut();
        TextTable.lines(rows).forEach(out::println);
        out.flush();
        return 0;
    }
}
