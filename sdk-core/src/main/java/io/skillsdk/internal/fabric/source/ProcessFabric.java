package io.skillsdk.internal.fabric.source;

import io.skillsdk.fabric.FabricException;
import io.skillsdk.fabric.FabricException.Reason;
import io.skillsdk.internal.fabric.Platform;
import io.skillsdk.internal.fabric.access.FabricEnvironment;
import io.skillsdk.internal.fabric.access.FabricEnvironment.Access;
import io.skillsdk.internal.fabric.call.CallFabric;
import io.skillsdk.internal.fabric.call.FabricCall;
import io.skillsdk.internal.fabric.call.FabricSource;
import io.skillsdk.internal.fabric.local.LocalStore;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The clients of a process. A call that brings endpoint, project and token asks the platform. One that does not is refused in a
 * cluster, and elsewhere answered as {@code fabric.local} says. Thread-safe.
 */
public final class ProcessFabric implements FabricSource {

    private static final Logger LOG = LoggerFactory.getLogger(ProcessFabric.class);

    /** Never asked: an endpoint for calls that are refused before they are sent. */
    private static final String NOWHERE = "http://cortex-internal.invalid";

    private final SourceSettings settings;

    private final Path folder;

    private final Platform platform;

    // guarded by this
    private @Nullable Access access;

    // guarded by this
    private @Nullable LocalStore store;

    /**
     * Makes the source.
     *
     * @param folder where the workspace is looked for
     */
    public ProcessFabric(SourceSettings settings, Path folder) {
        this.settings = settings;
        this.folder = folder;
        this.platform = Platform.overHttp(settings.client());
    }

    /** The source of this process, made with the first call: settings are read then. */
    public static FabricSource onFirstUse() {
        return onFirstUse(FabricSettingsReader::ofProcess);
    }

    /** The same with settings that are read by someone else. */
    public static FabricSource onFirstUse(Supplier<SourceSettings> settings) {
        return new OnFirstUse(settings);
    }

    @Override
    public CallFabric open(FabricCall call) {
        if (call.token() != null
                && call.projectId() != null
                && (call.apiEndpoint() != null || settings.client().endpoint() != null)) {
            return platform.open(call);
        }
        if (settings.inCluster()) {
            return refused(call);
        }
        if (settings.local().equals("store") || settings.local().equals("keep")) {
            return store().open(call);
        }
        Access found = access();
        return platform.open(
                call.at(found.url(), call.projectId() == null ? found.project() : call.projectId()), found.tokens());
    }

    /** A client that says what is missing, once it is asked for something. */
    private CallFabric refused(FabricCall call) {
        String missing = call.token() == null
                ? "this call carries no token. The platform sends one with POST, PUT and PATCH, and none with GET and"
                        + " DELETE; let the action answer to POST, or use Fabric.fromEnvironment()"
                : "this call carries a token, but no " + (call.projectId() == null ? "projectId" : "apiEndpoint");
        String project = call.projectId() == null ? "unknown" : call.projectId();
        return platform.open(call.at(NOWHERE, project), what -> {
            throw new FabricException(Reason.TOKEN_MISSING, 0, what, missing);
        });
    }

    private synchronized Access access() {
        Access found = access;
        if (found == null) {
            String[] parts = settings.local().split(":", 2);
            String profile = parts[0].equals("profile") ? parts.length > 1 ? parts[1] : "" : null;
            found = FabricEnvironment.ofProcess(settings.client()).access(profile);
            LOG.info("No platform in the call: Fabric is answered by {} ({})", found.url(), settings.local());
            access = found;
        }
        return found;
    }

    private synchronized LocalStore store() {
        LocalStore found = store;
        if (found == null) {
            found = LocalStore.of(folder, settings.local().equals("keep"));
            LOG.info("No platform: Fabric is answered from {}", found.describe());
            store = found;
        }
        return found;
    }

    /** Reads the settings with the first call. */
    private static final class OnFirstUse implements FabricSource {

        private final Supplier<SourceSettings> settings;

        private volatile @Nullable FabricSource made;

        private OnFirstUse(Supplier<SourceSettings> settings) {
            this.settings = settings;
        }

        @Override
        public CallFabric open(FabricCall call) {
            FabricSource source = made;
            return (source == null ? make() : source).open(call);
        }

        private synchronized FabricSource make() {
            FabricSource source = made;
            if (source == null) {
                source = new ProcessFabric(settings.get(), Path.of(""));
                made = source;
            }
            return source;
        }
    }
}
