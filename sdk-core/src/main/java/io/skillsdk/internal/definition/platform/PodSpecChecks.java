package io.skillsdk.internal.definition.platform;

import io.skillsdk.internal.definition.finding.FindingCollector;
import io.skillsdk.internal.definition.finding.Rule;
import io.skillsdk.internal.definition.yaml.Nearest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks the patches of {@code podSpec}: paths that a pod has, and values that Kubernetes takes there. */
final class PodSpecChecks {

    private static final List<String> POD = List.of(
            "activeDeadlineSeconds",
            "affinity",
            "automountServiceAccountToken",
            "containers",
            "dnsConfig",
            "dnsPolicy",
            "enableServiceLinks",
            "hostAliases",
            "hostIPC",
            "hostNetwork",
            "hostPID",
            "hostUsers",
            "hostname",
            "imagePullSecrets",
            "initContainers",
            "nodeName",
            "nodeSelector",
            "os",
            "overhead",
            "preemptionPolicy",
            "priority",
            "priorityClassName",
            "readinessGates",
            "resourceClaims",
            "resources",
            "restartPolicy",
            "runtimeClassName",
            "schedulerName",
            "schedulingGates",
            "securityContext",
            "serviceAccount",
            "serviceAccountName",
            "setHostnameAsFQDN",
            "shareProcessNamespace",
            "subdomain",
            "terminationGracePeriodSeconds",
            "tolerations",
            "topologySpreadConstraints",
            "volumes");

    private static final List<String> CONTAINER = List.of(
            "args",
            "command",
            "env",
            "envFrom",
            "image",
            "imagePullPolicy",
            "lifecycle",
            "livenessProbe",
            "name",
            "ports",
            "readinessProbe",
            "resizePolicy",
            "resources",
            "restartPolicy",
            "securityContext",
            "startupProbe",
            "stdin",
            "stdinOnce",
            "terminationMessagePath",
            "terminationMessagePolicy",
            "tty",
            "volumeDevices",
            "volumeMounts",
            "workingDir");

    private static final List<String> PATCH = List.of("path", "value", "op");

    private static final Set<String> PROBES = Set.of("livenessProbe", "readinessProbe", "startupProbe");

    private static final Set<String> WAYS = Set.of("httpGet", "tcpSocket", "exec", "grpc");

    /** Numbers with the units of Kubernetes, the decimal and the binary ones. */
    private static final Pattern QUANTITY =
            Pattern.compile("[+]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]+|[numkMGTPE]|[KMGTPE]i)?");

    private static final int LONGEST = 40;

    private final FindingCollector findings;

    PodSpecChecks(FindingCollector findings) {
        this.findings = findings;
    }

    void check(String part, @Nullable Object value) {
        if (value == null || (value instanceof String text && text.isBlank())) {
            return;
        }
        if (!(value instanceof List<?> patches)) {
            refuse(part, "The podSpec must be a list of patches, each with a path that starts with / and a value.");
            return;
        }
        for (int i = 0; i < patches.size(); i++) {
            String at = part + "[" + i + "]";
            if (patches.get(i) instanceof Map<?, ?> patch) {
                checkPatch(at, patch);
            } else {
                refuse(at, "A patch has a path and a value; write it so.");
            }
        }
    }

    private void checkPatch(String at, Map<?, ?> patch) {
        for (Object key : patch.keySet()) {
            List<String> absent =
                    PATCH.stream().filter(known -> !patch.containsKey(known)).toList();
            String meant = PATCH.contains(key.toString()) ? null : Nearest.to(key.toString(), absent);
            if (meant != null) {
                refuse(at + "." + key, "There is no key '" + key + "'; did you mean '" + meant + "'? Fix the name.");
                return;
            }
        }
        if (patch.get("op") != null && !"add".equals(patch.get("op"))) {
            refuse(at + ".op", "Patches are added only; remove 'op: " + patch.get("op") + "'.");
        } else if (!(patch.get("path") instanceof String path) || path.isBlank()) {
            refuse(at + ".path", "The patch has no path; add one such as /containers/0/resources.");
        } else if (!patch.containsKey("value")) {
            refuse(at + ".value", "The patch has no value; add one.");
        } else if (checkPath(at + ".path", path)) {
            checkValue(at + ".value", path.substring(1).split("/", -1), patch.get("value"));
        }
    }

    private boolean checkPath(String at, String path) {
        if (!path.startsWith("/")) {
            refuse(at, "The path '" + path + "' must start with /; write it as /containers/0/resources.");
            return false;
        }
        String[] names = path.substring(1).split("/", -1);
        boolean container = names[0].equals("containers") || names[0].equals("initContainers");
        if (!POD.contains(names[0])) {
            refuse(
                    at,
                    "A pod has no '" + names[0] + "'; "
                            + (names[0].equals("spec")
                                    ? "leave out /spec, as the paths begin below it."
                                    : Nearest.to(names[0], POD) == null
                                            ? "use a field of a PodSpec of Kubernetes."
                                            : Nearest.hint(names[0], POD, "")));
            return false;
        }
        if (container && names.length > 1 && !names[1].matches("[0-9]{1,3}|-")) {
            refuse(at, "'" + names[1] + "' is not the number of a container; use 0 for the first.");
            return false;
        }
        if (container && names.length > 2 && !CONTAINER.contains(names[2])) {
            refuse(
                    at,
                    "A container has no '" + names[2] + "'; "
                            + (Nearest.to(names[2], CONTAINER) == null
                                    ? "use a field of a Container of Kubernetes."
                                    : Nearest.hint(names[2], CONTAINER, "")));
            return false;
        }
        return true;
    }

    private void checkValue(String at, String[] names, @Nullable Object value) {
        String last = names[names.length - 1];
        if (last.endsWith("Seconds")) {
            checkNumber(at, value);
        } else if (last.equals("resources") && value instanceof Map<?, ?> resources) {
            resources.forEach((kind, all) -> checkQuantities(at + "." + kind, all));
        } else if (last.equals("limits") || last.equals("requests")) {
            checkQuantities(at, value);
        } else if (names.length > 2
                && (names[names.length - 2].equals("limits") || names[names.length - 2].equals("requests"))) {
            checkQuantity(at, value);
        } else if (PROBES.contains(last) && value instanceof Map<?, ?> probe) {
            if (WAYS.stream().noneMatch(probe::containsKey)) {
                refuse(at, "The probe has no httpGet, tcpSocket, exec or grpc; add one.");
            }
            probe.forEach((key, number) -> {
                if (key.toString().endsWith("Seconds") || key.toString().endsWith("Threshold")) {
                    checkNumber(at + "." + key, number);
                }
            });
        }
    }

    private void checkNumber(String at, @Nullable Object value) {
        String text = String.valueOf(value);
        if (!NameChecks.isPlaceholder(text) && !text.matches("[0-9]{1,9}")) {
            refuse(at, "'" + text + "' is not a whole number from 0 up; write it without a unit.");
        }
    }

    private void checkQuantities(String at, @Nullable Object all) {
        if (all instanceof Map<?, ?> quantities) {
            quantities.forEach((name, quantity) -> checkQuantity(at + "." + name, quantity));
        }
    }

    private void checkQuantity(String at, @Nullable Object quantity) {
        String text = String.valueOf(quantity);
        if (!NameChecks.isPlaceholder(text)
                && (text.length() > LONGEST || !QUANTITY.matcher(text).matches())) {
            refuse(at, "'" + text + "' is not a quantity of Kubernetes; write it as 500m, 512Mi or 1Gi.");
        }
    }

    private void refuse(String part, String message) {
        findings.add(Rule.POD_SPEC_MALFORMED, part, message);
    }

    /** The ports that probes ask, as text, by their parts. */
    static Map<String, String> probePorts(String part, @Nullable Object podSpec) {
        Map<String, String> ports = new LinkedHashMap<>();
        List<?> patches = podSpec instanceof List<?> list ? list : new ArrayList<>();
        for (int i = 0; i < patches.size(); i++) {
            if (patches.get(i) instanceof Map<?, ?> patch
                    && patch.get("path") instanceof String path
                    && path.startsWith("/containers/0/")
                    && PROBES.contains(path.substring(path.lastIndexOf('/') + 1))
                    && patch.get("value") instanceof Map<?, ?> probe) {
                for (String way : List.of("httpGet", "tcpSocket")) {
                    if (probe.get(way) instanceof Map<?, ?> keys && keys.get("port") != null) {
                        ports.put(part + "[" + i + "].value." + way + ".port", String.valueOf(keys.get("port")));
                    }
                }
            }
        }
        return ports;
    }
}
