package io.skillsdk.internal.daemon.command;

import io.skillsdk.internal.daemon.job.Job;
import io.skillsdk.internal.invoke.PreparedCall;
import io.skillsdk.internal.routing.ActionCatalog;
import io.skillsdk.internal.settings.SettingDescription;
import io.skillsdk.internal.settings.SettingSources;
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

    /** Has a command run with the instances, which are made for it and closed afterwards; returns its exit code. */
    int withInstances(ToIntFunction<List<Object>> command);

    /** A call of one of the instances' actions, with the settings of this process and what the program puts around its actions. */
    PreparedCall call(List<Object> instances);

    /** All settings. */
    List<SettingDescription> settings();

    /** Where settings come from, with those of the command line. */
    SettingSources sources(Map<String, String> arguments);

    /** The actions, with the method and path that the settings of this process give them. */
    ActionCatalog catalog();

    /** How long work after an answer may take once the process is to end, as the settings of this process say. */
    Duration drainTimeout();

    /**
     * Runs a job to its end, as a daemon would run a call.
     *
     * @param out where its answer is printed
     * @param err where it is said why it cannot start
     * @return its exit code
     */
    int run(Job job, PrintWriter out, PrintWriter err);

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
