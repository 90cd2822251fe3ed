package io.skillsdk.internal.daemon.command;

import io.skillsdk.internal.daemon.job.Job;
import io.skillsdk.internal.invoke.PreparedCall;
import io.skillsdk.internal.routing.ActionCatalog;
import io.skillsdk.internal.settings.SettingDescription;
import io.skillsdk.internal.settings.SettingSources;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** What the commands need of the daemon that they belong to. */
public interface SkillApplication {

    /** The instances whose classes have the actions, or what stands for those that are not made. */
    List<Object> described();

    /**
     * Begins a command. Only what serves has its log on standard output: for any other command that is what the command prints, and all
     * else goes to standard error.
     *
     * @return whether it can run; if not, standard error says why
     */
    boolean begin(boolean serves);

    /** Standard output, for what a command prints. */
    PrintStream output();

    /**
     * Has a command run with the instances, which are made for it and closed afterwards; returns its exit code.
     *
     * @param settings those of the command line
     */
    int withInstances(Map<String, String> settings, ToIntFunction<List<Object>> command);

    /**
     * A call of one of the instances' actions, with the settings of this process and what the program puts around its actions.
     *
     * @param settings those of the command line
     */
    PreparedCall call(Map<String, String> settings, List<Object> instances);

    /** All settings. */
    List<SettingDescription> settings();

    /** Where settings come from, with those of the command line. */
    SettingSources sources(Map<String, String> arguments);

    /**
     * The actions, with the method and path that the settings of this process give them.
     *
     * @param settings those of the command line
     */
    ActionCatalog catalog(Map<String, String> settings);

    /**
     * How long work after an answer may take once the process is to end, as the settings of this process say.
     *
     * @param settings those of the command line
     */
    Duration drainTimeout(Map<String, String> settings);

    /**
     * Runs a job to its end, as a daemon would run a call.
     *
     * @param settings those of the command line
     * @param out where its answer is printed
     * @param err where it is said why it cannot start
     * @return its exit code
     */
    int run(Map<String, String> settings, Job job, PrintWriter out, PrintWriter err);

    /**
     * Serves, and begins anew with other classes whenever the program's files change, until the process is told to end.
     *
     * @param project the project's folder; null to find it
     * @return the exit code
     * @throws io.skillsdk.internal.daemon.dev.DevException when that is not possible here
     */
    int develop(Map<String, String> settings, @Nullable Path project);

    /** Serves until the process is told to end; returns its exit code. */
    int serve(Map<String, String> settings);
}
