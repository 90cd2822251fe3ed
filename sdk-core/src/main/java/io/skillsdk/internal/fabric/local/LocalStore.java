package io.skillsdk.internal.fabric.local;

import io.skillsdk.internal.fabric.Platform;
import io.skillsdk.internal.fabric.call.CallFabric;
import io.skillsdk.internal.fabric.call.FabricCall;
import io.skillsdk.internal.fabric.call.FabricSettings;
import io.skillsdk.internal.fabric.call.FabricSource;
import io.skillsdk.internal.fabric.call.SessionForm;
import io.skillsdk.internal.fabric.standin.StandInPlatform;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Answers in place of the platform: from the files of the workspace, each project that is asked for beginning with them. What is
 * written stays in memory, or is kept in the folder {@code fabric}, where all projects are one. Thread-safe.
 */
public final class LocalStore implements FabricSource {

    private static final String PROJECT = "local";

    private static final int MOST_LEVELS = 6;

    private final StandInPlatform standIn = new StandInPlatform(Clock.systemUTC(), SessionForm.BARE);

    private final Platform platform;

    private final Path root;

    private final Set<String> filled = ConcurrentHashMap.newKeySet();

    private LocalStore(Path root, boolean keeps) {
        this.root = root;
        this.platform = Platform.over(
                keeps ? new KeepingWire(standIn, root.resolve("fabric")) : standIn,
                FabricSettings.DEFAULTS.sessionForm(SessionForm.BARE).retries(0),
                Clock.systemUTC());
    }

    /**
     * The store of the workspace around a folder: the nearest folder upwards that has {@code skills} or {@code fabric}; where there
     * is none, the one around the jar that was started.
     *
     * @param keeps whether what is written is kept in {@code fabric}, and not only in memory
     */
    public static LocalStore of(Path folder, boolean keeps) {
        return of(folder, keeps, System.getProperty("java.class.path", ""));
    }

    static LocalStore of(Path folder, boolean keeps, String classPath) {
        Path start = folder.toAbsolutePath().normalize();
        Path root = workspace(start)
                .or(() -> startedJar(classPath).flatMap(LocalStore::workspace))
                .orElse(start);
        return new LocalStore(root, keeps);
    }

    private static Optional<Path> workspace(Path start) {
        Path candidate = start;
        for (int level = 0; level < MOST_LEVELS && candidate != null; level++) {
            if (Files.isDirectory(candidate.resolve("skills")) || Files.isDirectory(candidate.resolve("fabric"))) {
                return Optional.of(candidate);
            }
            candidate = candidate.getParent();
        }
        return Optional.empty();
    }

    /** With {@code java -jar} the class path is that jar alone. */
    private static Optional<Path> startedJar(String classPath) {
        if (!classPath.endsWith(".jar") || classPath.contains(File.pathSeparator)) {
            return Optional.empty();
        }
        return Optional.ofNullable(
                Path.of(classPath).toAbsolutePath().normalize().getParent());
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
