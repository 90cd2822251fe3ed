package io.skillsdk.internal.definition.platform;

import io.skillsdk.internal.definition.finding.FindingCollector;
import io.skillsdk.internal.definition.finding.Rule;
import io.skillsdk.internal.definition.model.ActionDeclaration;
import io.skillsdk.internal.definition.yaml.Nearest;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks what a definition tells of a container that runs an action. */
final class ActionDeclarationChecks {

    /** A part of a name, by the grammar of registries (distribution, reference). */
    private static final Pattern IMAGE_PART = Pattern.compile("[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*");

    /** A registry: what has a dot or a port, or is localhost. Any other first part belongs to the name. */
    private static final Pattern IMAGE_HOST = Pattern.compile("(?=localhost(?::|$)|.*[.:])"
            + "[a-zA-Z0-9]+(?:-+[a-zA-Z0-9]+)*(?:\\.[a-zA-Z0-9]+(?:-+[a-zA-Z0-9]+)*)*(?::[0-9]{1,5})?");

    /** The most characters that a registry takes. */
    private static final int LONGEST_IMAGE = 255;

    private static final List<String> TYPES = List.of("daemon", "job");

    private final FindingCollector findings;

    private final boolean template;

    /**
     * Makes the checks.
     *
     * @param template whether the file is a template, which is a finding itself
     */
    ActionDeclarationChecks(FindingCollector findings, boolean template) {
        this.findings = findings;
        this.template = template;
    }

    void check(String part, ActionDeclaration action) {
        if (!template || !NameChecks.isPlaceholder(action.name())) {
            NameChecks.check(findings, part + ".name", action.name());
        }
        checkType(part, action.type());
        checkScale(part + ".scaleCount", action.other().get("scaleCount"));
        checkImage(part, action.image());
        if (action.port() != null && !Ports.isPort(action.port().toString())) {
            findings.add(
                    Rule.PORT_INVALID,
                    part + ".port",
                    "'" + action.port() + "' is not a valid port; use a number from 1 to 65535.");
        }
        checkEnvironment(part + ".environmentVariables", action.environmentVariables());
        new PodSpecChecks(findings).check(part + ".podSpec", action.podSpec());
    }

    private void checkType(String part, @Nullable String type) {
        if (type == null) {
            findings.add(
                    Rule.ACTION_TYPE, part + ".type", "The action has no type; add 'type: daemon' or 'type: job'.");
        } else if (!TYPES.contains(type.toLowerCase(Locale.ROOT))) {
            findings.add(
                    Rule.ACTION_TYPE,
                    part + ".type",
                    "There is no type of action '" + type + "'; " + Nearest.hint(type, TYPES, ""));
        }
    }

    private void checkImage(String part, @Nullable String image) {
        if (image == null || image.isBlank()) {
            findings.add(Rule.IMAGE_MISSING, part + ".image", "The action has no image; name one, without a tag.");
        } else if (image.contains("://")) {
            invalid(part, image, "remove the scheme before ://.");
        } else if (image.contains("${") || NameChecks.isPlaceholder(image)) {
            return; // filled in by a build
        } else if (image.substring(image.lastIndexOf('/') + 1).matches(".*[:@].*")) {
            findings.add(
                    Rule.IMAGE_TAG,
                    part + ".image",
                    "The image '" + image + "' has a tag; remove it, as publishing appends one.");
        } else if (image.length() > LONGEST_IMAGE) {
            findings.add(
                    Rule.IMAGE_INVALID,
                    part + ".image",
                    "The name of the image has " + image.length() + " characters; shorten it to " + LONGEST_IMAGE
                            + ", the most that a registry takes.");
        } else if (!isImage(image)) {
            invalid(part, image, "use lower-case letters, digits, single dots, _ and -, and single slashes.");
        }
    }

    private void invalid(String part, String image, String fix) {
        findings.add(Rule.IMAGE_INVALID, part + ".image", "'" + image + "' is not a valid name of an image; " + fix);
    }

    /** Whether a text is the name of an image, without a tag. */
    static boolean isImage(String image) {
        if (image.length() > LONGEST_IMAGE) {
            return false; // before a pattern goes through it
        }
        String[] parts = image.split("/", -1);
        for (int i = 0; i < parts.length; i++) {
            boolean host =
                    i == 0 && parts.length > 1 && IMAGE_HOST.matcher(parts[i]).matches();
            if (!host && !IMAGE_PART.matcher(parts[i]).matches()) {
                return false;
            }
        }
        return true;
    }

    private void checkEnvironment(String part, @Nullable Object value) {
        boolean fine = value == null || (value instanceof String text && EnvironmentText.read(text) != null);
        String twice = value instanceof String text && fine ? EnvironmentText.twice(text) : null;
        if (twice != null) {
            findings.add(Rule.ENVIRONMENT_MALFORMED, part, "The variable '" + twice + "' is there twice; remove one.");
        } else if (!fine) {
            findings.add(
                    Rule.ENVIRONMENT_MALFORMED,
                    part,
                    "The environment must be one text like '\"NAME\"=\"value\",\"OTHER\"=\"value\"'; write it so.");
        }
    }

    private void checkScale(String part, @Nullable Object count) {
        if (count != null
                && !NameChecks.isPlaceholder(count.toString())
                && !count.toString().matches("[0-9]{1,6}")) {
            findings.add(
                    Rule.VALUE_MALFORMED,
                    part,
                    "The value is '" + count + "', but a number of containers from 0 up is expected.");
        }
    }
}
