package io.skillsdk.internal.daemon.command;

import io.skillsdk.internal.action.Action;
import io.skillsdk.internal.action.DeclaredProperty;
import io.skillsdk.internal.json.JsonCodec;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What is served where. */
@Command(
        name = "actions",
        description = "Prints a table of what is served: method, path, payload and result.",
        mixinStandardHelpOptions = true)
final class ActionsCommand implements Callable<Integer> {

    private final SkillApplication application;

    /** How the actions are printed. */
    enum Format {
        text,
        json
    }

    @Option(names = "--format", description = "text (the default) or json.", defaultValue = "text")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Format format;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    ActionsCommand(SkillApplication application) {
        this.application = application;
    }

    @Override
    public Integer call() {
        List<Action> actions = application
                .catalog(SettingOptions.given(spec.commandLine(), application))
                .actions();
        PrintWriter out = spec.commandLine().getOut();
        if (format == Format.json) {
            out.println(
                    JsonCodec.write(actions.stream().map(ActionsCommand::keys).toList()));
        } else {
            TextTable.lines(rows(actions)).forEach(out::println);
        }
        out.flush();
        return 0;
    }

    private static Map<String, @Nullable Object> keys(Action action) {
        Map<String, @Nullable Object> keys = new LinkedHashMap<>();
        keys.put("name", action.name());
        keys.put("method", action.method());
        keys.put("path", "/" + action.path());
        keys.put("output", action.output());
        keys.put("furtherOutputs", action.outputs());
        keys.put("title", action.title());
        keys.put("description", action.description());
        keys.put("payload", action.takesPayload() ? action.payload().describe() : null);
        keys.put("result", action.resultType());
        keys.put(
                "properties",
                action.properties().stream().map(DeclaredProperty::name).toList());
        return keys;
    }

    private static List<List<String>> rows(List<Action> actions) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("ACTION", "METHOD", "PATH", "PAYLOAD", "RESULT"));
        for (Action action : actions) {
            rows.add(List.of(
                    action.name(),
                    action.method(),
                    "/" + action.path(),
                    action.takesPayload() ? action.payload().describe() : "-",
                    action.resultType()));
        }
        return rows;
    }
}
