package io.skillsdk.internal.definition.check;

import io.skillsdk.internal.definition.model.ActionDeclaration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks what a definition tells of a container that runs an action. */
final class ActionDeclarationChecks {

    private static final Pattern ENVIRONMENT =
            Pattern.compile("\\s*\"[^\"=]+\"\\s*=\\s*\"[^\"]*\"(\\s*,\\s*\"[^\"=]+\"\\s*=\\s*\"[^\"]*\")*\\s*");

    private final FindingCollector findings;

    ActionDeclarationChecks(FindingCollector findings) {
        this.findings = findings;
    }

    void check(String part, ActionDeclaration action) {
        NameChecks.check(findings, part + ".name", action.name());
        String image = action.image();
        if (image == null || image.isBlank()) {
            findings.error("image-missing", part, "The action has no image; name one, without a tag.");
        } else if (image.substring(image.lastIndexOf('/') + 1).matches(".*[:@].*")) {
            findings.error(
                    "image-tag",
                    part + ".image",
                    "The image '" + image + "' has a tag; remove it, as publishing appends one.");
        } else if (!image.matches("[a-zA-Z0-9][a-zA-Z0-9._/:-]*")) {
            findings.error(
                    "image-invalid",
                    part + ".image",
                    "'" + image + "' is no name of an image; use letters, digits, . _ - and /.");
        }
        if (action.port() != null && !isPort(action.port().toString())) {
            findings.error(
                    "port-invalid",
                    part + ".port",
                    "'" + action.port() + "' is no port; use a number from 1 to 65535.");
        }
        checkEnvironment(part + ".environmentVariables", action.environmentVariables());
        checkPodSpec(part + ".podSpec", action.podSpec());
    }

    private void checkEnvironment(String part, @Nullable Object value) {
        boolean fine = value == null
                || (value instanceof String text
                        && (text.isBlank() || ENVIRONMENT.matcher(text).matches()));
        if (!fine) {
            findings.error(
                    "environment-malformed",
                    part,
                    "The environment must be one text like '\"NAME\"=\"value\",\"OTHER\"=\"value\"'; write it so.");
        }
    }

    private void checkPodSpec(String part, @Nullable Object value) {
        if (value == null || (value instanceof String text && text.isBlank())) {
            return;
        }
        boolean fine = value instanceof List<?> patches
                && patches.stream()
                        .allMatch(patch -> patch instanceof Map<?, ?> keys
                                && keys.get("path") instanceof String path
                                && path.startsWith("/")
                                && keys.containsKey("value"));
        if (!fine) {
            findings.error(
                    "pod-spec-malformed",
                    part,
                    "The podSpec must be a list of patches, each with a path that starts with / and a value; write it so.");
        }
    }

    static boolean isPort(String text) {
        return text.matches("\\d{1,5}") && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= 65_535;
    }
}
