package io.skillsdk.internal.daemon.command;

import io.skillsdk.internal.daemon.settings.ServerSettings;
import io.skillsdk.internal.daemon.settings.SettingsReader;
import io.skillsdk.internal.definition.derive.PodPatches;
import io.skillsdk.internal.definition.resolve.DaemonEndpoint;
import io.skillsdk.internal.definition.workspace.Workspace;
import io.skillsdk.internal.kubernetes.Manifests;
import io.skillsdk.internal.kubernetes.Workload;
import io.skillsdk.internal.openapi.ApiInfo;
import io.skillsdk.internal.openapi.Examples;
import io.skillsdk.internal.openapi.MessageExamples;
import io.skillsdk.internal.openapi.OpenApi;
import io.skillsdk.internal.routing.ActionCatalog;
import io.skillsdk.internal.settings.SettingSources;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What {@code describe} can print in place of skill.yaml. */
final class OtherForms {

    /** One of them. */
    static final class Form {

        @Option(
                names = "--openapi",
                paramLabel = "PATH",
                arity = "0..1",
                fallbackValue = "",
                description =
                        "Prints the OpenAPI 3.1 description of the actions. With the PATH of a skill.yaml, its folder or"
                                + " a workspace with one skill, its messages are the examples.")
        private @Nullable String openApi;

        @Option(
                names = "--kubernetes",
                description = "Prints manifests to run the skill outside of the platform: Deployment, Service,"
                        + " HorizontalPodAutoscaler and PodDisruptionBudget.")
        private boolean kubernetes;

        @Option(
                names = "--knative",
                description = "Prints a Service of Knative to run the skill outside of the platform.")
        private boolean knative;
    }

    @ArgGroup
    private @Nullable Form form;

    @Option(
            names = "--image",
            paramLabel = "IMAGE",
            description = "The image in manifests; that of the skill's name by default.")
    private @Nullable String image;

    /** The text of the one that is asked for; null for none. */
    @Nullable String text(
            CommandLine line, Map<String, String> settings, ActionCatalog catalog, DaemonEndpoint endpoint, String name)
            throws IOException {
        Form asked = form;
        if (asked == null) {
            return null;
        }
        if (asked.openApi != null) {
            return openApi(line, catalog, endpoint, name, asked.openApi) + "\n";
        }
        Manifests manifests = new Manifests(workload(name, ofTheImage(settings)));
        return asked.kubernetes ? manifests.kubernetes() : asked.knative ? manifests.knative() : null;
    }

    private static String openApi(
            CommandLine line, ActionCatalog catalog, DaemonEndpoint endpoint, String name, String path)
            throws IOException {
        Examples examples = Examples.NONE;
        if (!path.isEmpty()) {
            List<Path> skills = Workspace.definitions(Path.of(path));
            if (skills.size() > 1) {
                throw new ParameterException(
                        line, "There are " + skills.size() + " skills below " + path + ". Name one.");
            }
            examples = MessageExamples.beside(skills.get(0), catalog);
        }
        return OpenApi.json(
                catalog,
                endpoint.defaults(),
                ApiInfo.of(name, catalog.actions().get(0).type()),
                examples);
    }

    private Workload workload(String name, ServerSettings settings) {
        String label = Workload.nameOf(name);
        return new Workload(
                label,
                image == null ? label : image,
                settings.port(),
                podPatches(settings),
                settings.timeout(),
                settings.maxConcurrency());
    }

    /** What the daemon asks of its pod. */
    static PodPatches podPatches(ServerSettings settings) {
        return new PodPatches(settings.healthPath(), settings.settleTime(), settings.drainTimeout());
    }

    /**
     * The settings that are in the image: the environment of a developer's machine is not.
     *
     * @param arguments those of the command line, which take precedence
     */
    static ServerSettings ofTheImage(Map<String, String> arguments) {
        return SettingsReader.read(SettingSources.ofFile(arguments));
    }
}
