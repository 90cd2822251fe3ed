package io.skillsdk.internal.conformance.checks;

import java.util.List;
import java.util.regex.Pattern;

/** Tells a text that has a stack trace in it, as the languages print them that daemons are written in. */
final class StackTraces {

    private static final List<Pattern> FRAMES = List.of(
            // the virtual machine of Java, with its modules, constructors and lambdas
            Pattern.compile(
                    "\\bat [\\w$./<>@-]+\\((?:[\\w$-]+\\.(?:java|kt|kts|scala|groovy)(?::\\d+)?|Native Method|Unknown"
                            + " Source)\\)"),
            Pattern.compile("Exception in thread \""),
            // Python
            Pattern.compile("Traceback \\(most recent call last\\)|File \"[^\"]+\", line \\d+, in "),
            // JavaScript
            Pattern.compile("\\bat .*[\\w)]\\.[cm]?[jt]sx?:\\d+:\\d+|\\bat node:[\\w/]+:\\d+:\\d+"),
            // Go, .NET, Rust, Ruby, PHP
            Pattern.compile("goroutine \\d+ \\["),
            Pattern.compile("\\bat .*\\) in .*:line \\d+"),
            Pattern.compile("panicked at .*\\.rs:\\d+:\\d+"),
            Pattern.compile("\\.rb:\\d+:in [`']"),
            Pattern.compile("#\\d+ .*\\.php\\(\\d+\\): "));

    private StackTraces() {}

    static boolean isIn(String text) {
        return FRAMES.stream().anyMatch(frame -> frame.matcher(text).find());
    }
}
