package io.skillsdk.examples.manual;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A page that users read: its text, the blocks of code in it, and the code within its sentences. */
record Page(Path file, String text) {

    /** A block between two fences, with the language that the first one names. */
    record Block(String language, List<String> lines) {}

    static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

    private static final Pattern FENCE = Pattern.compile("\\s*```(\\w*)\\s*");

    private static final Pattern SPAN = Pattern.compile("(?<!`)`([^`\n]+)`(?!`)");

    /** The README of the project and of each example, the pages for contributors, and the manual. */
    static Stream<Path> all() throws IOException {
        List<Path> pages = new ArrayList<>(
                Stream.of("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "SECURITY.md", "benchmarks/README.md")
                        .map(ROOT::resolve)
                        .toList());
        for (String folder : List.of("docs", "examples")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
                files.filter(page -> page.toString().endsWith(".md"))
                        .filter(page -> !page.toString().contains("/target/"))
                        .forEach(pages::add);
            }
        }
        return pages.stream().sorted();
    }

    static Page read(Path file) {
        try {
            return new Page(file, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        Block open = null;
        for (String line : text.lines().toList()) {
            Matcher fence = FENCE.matcher(line);
            if (!fence.matches()) {
                if (open != null) {
                    open.lines().add(line.strip());
                }
            } else if (open == null) {
                open = new Block(fence.group(1), new ArrayList<>());
            } else {
                blocks.add(open);
                open = null;
            }
        }
        return blocks;
    }

    /** The code within sentences and tables. */
    List<String> spans() {
        return SPAN.matcher(text.replaceAll("(?ms)^\\s*```.*?^\\s*```", ""))
                .results()
                .map(span -> span.group(1))
                .toList();
    }

    @Override
    public String toString() {
        return ROOT.relativize(file).toString();
    }
}
