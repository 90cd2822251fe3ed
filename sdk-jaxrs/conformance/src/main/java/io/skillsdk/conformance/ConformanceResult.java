package io.skillsdk.conformance;

import java.util.Locale;

/**
 * What became of one check.
 *
 * @param id the check's name, which stays the same from version to version, such as {@code errors.wrong-path}
 * @param requirement what the daemon has to do, as a sentence
 * @param verdict what became of it
 * @param detail what the daemon did instead, or what the check needs; empty when it passed
 */
public record ConformanceResult(String id, String requirement, Verdict verdict, String detail) {

    @Override
    public String toString() {
        String line = "%-7s %-28s %s".formatted(verdict.name().toLowerCase(Locale.ROOT), id, requirement);
        return detail.isEmpty() ? line : line + System.lineSeparator() + "        " + detail;
    }
}
