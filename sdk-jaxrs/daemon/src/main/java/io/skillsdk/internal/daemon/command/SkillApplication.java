package io.skillsdk.internal.daemon.command;

import io.skillsdk.internal.action.ActionCatalog;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What the commands need of the daemon that they belong to. */
public interface SkillApplication {

    /** The instances whose classes have the actions. */
    List<Object> actions();

    /** The actions, with the method and path that the settings of this process give them. */
    ActionCatalog catalog();

    /** How long a call may take, by the settings of this process. */
    Duration timeout();

    /** Serves until the process is told to end; returns its exit code. */
    int serve(Map<String, String> settings);
}
