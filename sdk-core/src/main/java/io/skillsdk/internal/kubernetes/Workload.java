package io.skillsdk.internal.kubernetes;

import io.skillsdk.internal.definition.derive.PodPatches;
import java.time.Duration;
import java.util.Locale;

/**
 * What is to be run.
 *
 * @param name its name, a label of DNS: see {@link #nameOf}
 * @param image the image, with its tag
 * @param port where the daemon listens
 * @param pod what the daemon asks of its pod
 * @param timeout how long a call may take
 * @param maxConcurrency how many calls run at a time
 */
public record Workload(String name, String image, int port, PodPatches pod, Duration timeout, int maxConcurrency) {

    private static final int LONGEST = 63;

    /** The name of a skill as a label of DNS: lower-case letters, digits and dashes, a letter first. */
    public static String nameOf(String skill) {
        String label = skill.substring(skill.lastIndexOf('/') + 1)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^[^a-z]+|-+$", "");
        String cut = label.length() > LONGEST ? label.substring(0, LONGEST).replaceAll("-+$", "") : label;
        return cut.isEmpty() ? "skill" : cut;
    }
}
