package io.skillsdk.internal.fabric.local;

import io.skillsdk.internal.fabric.CallFabric;
import io.skillsdk.internal.fabric.FabricCall;
import io.skillsdk.internal.fabric.FabricSettings;
import io.skillsdk.internal.fabric.FabricSource;
import io.skillsdk.internal.fabric.Platform;
import io.skillsdk.internal.fabric.SessionForm;
import io.skillsdk.internal.fabric.standin.StandInPlatform;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Answers in place of the platform: from the files of the workspace, each project that is asked for beginning with them. What is
 * written stays in memory. Thread-safe.
 */
public final class LocalStore implements FabricSource {

    private static final String PROJECT = "local";

    private static final int MOST_LEVELS = 6;

    private final StandInPlatform standIn = new StandInPlatform(Clock.systemUTC(), SessionForm.BARE);

    private final Platform platform = Platform.over(
            standIn, FabricSettings.DEFAULTS.sessionForm(SessionForm.BARE).retries(0), Clock.systemUTC());

    private final Path root;

    private final Set<String> filled = ConcurrentHashMap.newKeySet();

    private LocalStore(Path root) {
        this.root = root;
    }

    /** The store of the workspace around a folder: the nearest folder upwards that has {@code skills} or {@code fabric}. */
    public static LocalStore of(Path folder) {
        Path start = folder.toAbsolutePath().normalize();
        Path candidate = start;
        for (int level = 0; level < MOST_LEVELS && candidate != null; level++) {
            if (Files.isDirectory(candidate.resolve("skills")) || Files.isDirectory(candidate.resolve("fabric"))) {
                return new LocalStore(candidate);
            }
            candidate = candidate.getParent();
        }
        return new LocalStore(start);
    }

    /** Where it reads, for the log. */
    public String describe() {
        return root + " (fabric/, experiments/, models/, types/)";
    }

    @Override
    public CallFabric open(FabricCall call) {
        String project = call.projectId() == null ? PROJECT : call.projectId();
        synchronized (filled) {
            if (filled.add(project)) {
                new WorkspaceFiles(root).fill(standIn.project(project));
            }
        }
        // as the platform does: a call without a session has one of its own
        String session = call.sessionId() == null && call.activationId() == null
                ? UUID.randomUUID().toString()
                : call.sessionId();
        return platform.open(new FabricCall(
                StandInPlatform.ENDPOINT,
                "local",
                project,
                session,
                call.activationId(),
                call.deadline(),
                call.headers()));
    }
}
