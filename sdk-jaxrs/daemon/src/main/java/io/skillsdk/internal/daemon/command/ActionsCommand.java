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
        rows.forEach(row -> out.println(line(row, rows)));
        out.flush();
        return 0;
    }

    private static String line(List<String> row, List<List<String>> rows) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < row.size(); column++) {
            int at = column;
            int width = rows.stream()
                    .mapToInt(other -> other.get(at).length())
                    .max()
                    .orElse(0);
            line.append(row.get(column))
                    .append(" ".repeat(width - row.get(column).length() + 2));
        }
        return line.toString().stripTrailing();
    }
}
