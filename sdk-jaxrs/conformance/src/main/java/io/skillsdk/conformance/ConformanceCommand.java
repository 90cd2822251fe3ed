package io.skillsdk.conformance;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/** The command line of the suite: {@code java -jar skill-sdk-conformance.jar http://localhost:5000/invoke}. */
public final class ConformanceCommand {

    private static final String USAGE = """
            Tests a daemon of any language against what the platform sends and takes.

            usage: java -jar skill-sdk-conformance.jar URL [OPTION...]
              URL               the address of the action, such as http://localhost:5000/invoke
              --message FILE    a message.json that the action answers (default: {"payload": {}})
              --refused FILE    a message.json that it refuses, as its payload is not valid
              --slow FILE       a message.json that it takes a second or so to answer, for the drain
              --health PATH     its readiness page, such as /health/ready
              --pid PID         its process, which is ended with SIGTERM, for the drain
            exit codes: 0 it conforms, 1 a check failed, 2 the command line is not valid
            """;

    private ConformanceCommand() {}

    /**
     * Runs the suite, prints its report to standard output, and ends the process.
     *
     * @param args the command line
     */
    public static void main(String[] args) {
        System.exit(execute(System.out, System.err, args));
    }

    static int execute(PrintStream out, PrintStream err, String... args) {
        if (List.of(args).contains("--help")) {
            out.print(USAGE);
            return 0;
        }
        ConformanceSuite suite;
        try {
            suite = suite(List.of(args).iterator());
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
            err.print(USAGE);
            return 2;
        }
        ConformanceReport report = suite.run();
        out.println(report);
        return report.conforms() ? 0 : 1;
    }

    private static ConformanceSuite suite(Iterator<String> args) {
        if (!args.hasNext()) {
            throw new IllegalArgumentException("The address of the daemon is missing.");
        }
        ConformanceSuite suite = ConformanceSuite.of(URI.create(args.next()));
        while (args.hasNext()) {
            String option = args.next();
            if (!args.hasNext()) {
                throw new IllegalArgumentException("'" + option + "' needs a value, or is not an option.");
            }
            String value = args.next();
            switch (option) {
                case "--message" -> suite.message(read(value));
                case "--refused" -> suite.refused(read(value));
                case "--slow" -> suite.slow(read(value));
                case "--health" -> suite.health(value);
                case "--pid" -> suite.process(process(value));
                default -> throw new IllegalArgumentException("'" + option + "' is not an option.");
            }
        }
        return suite;
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("The file " + file + " is not UTF-8.", e);
        } catch (IOException e) {
            throw new IllegalArgumentException("There is no readable file " + file + ".", e);
        }
    }

    private static ProcessHandle process(String pid) {
        try {
            return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("'" + pid + "' is not a running process.", e);
        }
    }
}
