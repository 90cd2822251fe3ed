package io.skillsdk.internal.daemon.dev;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles a project as its build does: all sources, with the names of parameters, against the class path of the program. */
public final class SourceCompiler {

    /** From this release on, processors on the class path have to be asked for. */
    private static final int PROCESSORS_BY_OPTION = 21;

    private final DevProject project;

    private final JavaCompiler compiler;

    private final String classPath;

    /**
     * Makes it.
     *
     * @throws DevException when this is not a JDK
     */
    public SourceCompiler(DevProject project, ClassLoader program) {
        JavaCompiler found = ToolProvider.getSystemJavaCompiler();
        if (found == null) {
            throw new DevException("The command dev compiles sources, and this Java (" + System.getProperty("java.home")
                    + ") has no compiler. Run it with a JDK.");
        }
        this.project = project;
        this.compiler = found;
        this.classPath = classPath(program);
    }

    private static String classPath(ClassLoader program) {
        Set<String> entries = new LinkedHashSet<>();
        for (ClassLoader at = program; at != null; at = at.getParent()) {
            if (at instanceof URLClassLoader loader) {
                Stream.of(loader.getURLs()).flatMap(SourceCompiler::file).forEach(entries::add);
            }
        }
        entries.addAll(List.of(System.getProperty("java.class.path", "").split(File.pathSeparator, -1)));
        entries.remove("");
        return String.join(File.pathSeparator, entries);
    }

    /** The file of a URL; none when it is of no file, and so nothing that the compiler could read. */
    private static Stream<String> file(URL url) {
        try {
            return Stream.of(Path.of(url.toURI()).toString());
        } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
            return Stream.empty();
        }
    }

    /**
     * Compiles all sources.
     *
     * @param into a folder for the classes, with none of these sources
     * @return what is wrong, each with file and line; empty when nothing is
     */
    public List<String> compile(Path into) {
        DiagnosticCollector<JavaFileObject> told = new DiagnosticCollector<>();
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(told, Locale.ENGLISH, StandardCharsets.UTF_8)) {
            Files.createDirectories(into);
            List<Path> sources = project.javaFiles();
            if (sources.isEmpty()) {
                return List.of();
            }
            // classes of another language stand in the folder already
            String path = into + File.pathSeparator + classPath;
            List<String> options =
                    new ArrayList<>(List.of("-d", into.toString(), "-cp", path, "-parameters", "-g", "-nowarn"));
            if (Runtime.version().feature() >= PROCESSORS_BY_OPTION) {
                options.add("-proc:full");
            }
            boolean compiled = compiler.getTask(
                            null, files, told, options, null, files.getJavaFileObjectsFromPaths(sources))
                    .call();
            return compiled ? List.of() : faults(told);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> faults(DiagnosticCollector<JavaFileObject> told) {
        List<String> faults = told.getDiagnostics().stream()
                .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
                .map(this::fault)
                .toList();
        return faults.isEmpty() ? List.of("the compiler failed without saying why") : faults;
    }

    private String fault(Diagnostic<? extends JavaFileObject> of) {
        String message = of.getMessage(Locale.ENGLISH)
                .lines()
                .map(String::strip)
                .reduce((a, b) -> a + ", " + b)
                .orElse("");
        JavaFileObject source = of.getSource();
        if (source == null) {
            return message;
        }
        return project.folder().relativize(Path.of(source.toUri())) + ":" + of.getLineNumber() + ": " + message;
    }
}
