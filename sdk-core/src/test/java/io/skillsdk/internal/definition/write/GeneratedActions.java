package io.skillsdk.internal.definition.write;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Classes with actions as an author could write them, each seed others: compiled in memory. */
final class GeneratedActions {

    private static final List<String> SCALARS = List.of(
            "String",
            "int",
            "Integer",
            "double",
            "Boolean",
            "boolean",
            "java.time.Instant",
            "java.util.UUID",
            "Kind",
            "long",
            "java.math.BigDecimal");

    private static final List<String> NAMES =
            List.of("text", "limit", "params", "result", "model", "on", "data", "key", "language", "no", "run");

    private static final List<String> ACTIONS =
            List.of("count", "start", "stop", "get", "request", "train", "predict", "put");

    private GeneratedActions() {}

    /** Makes an instance for each seed from 0. */
    static List<Object> make(int seeds) {
        Map<String, String> sources = new TreeMap<>();
        for (int seed = 0; seed < seeds; seed++) {
            sources.put("Actions" + seed, source(seed));
        }
        Map<String, byte[]> classes = compile(sources);
        ClassLoader loader = new ClassLoader(GeneratedActions.class.getClassLoader()) {
            @Override
            protected Class<?> findClass(String name) throws ClassNotFoundException {
                byte[] bytes = classes.get(name);
                if (bytes == null) {
                    throw new ClassNotFoundException(name);
                }
                return defineClass(name, bytes, 0, bytes.length);
            }
        };
        List<Object> made = new ArrayList<>();
        for (int seed = 0; seed < seeds; seed++) {
            try {
                made.add(loader.loadClass("Actions" + seed).getConstructor().newInstance());
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(source(seed), e);
            }
        }
        return made;
    }

    private static String source(int seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder("import io.skillsdk.*;\nimport java.util.*;\n");
        if (random.nextInt(3) == 0) {
            text.append("@SkillProperty(name = \"model\", defaultValue = \"a\", validValues = {\"a\", \"b\"})\n");
        }
        text.append("public class Actions").append(seed).append(" {\n  public enum Kind { YES, NO, OTHER }\n");
        text.append(record("Inner", random, List.of()))
                .append(record("Outer", random, List.of("Inner", "List<Inner>")));
        List<String> names = new ArrayList<>(ACTIONS);
        for (int i = random.nextInt(3); i >= 0; i--) {
            String name = names.remove(random.nextInt(names.size()));
            text.append(action(name, i, random));
        }
        return text.append("}\n").toString();
    }

    private static String action(String name, int number, Random random) {
        String payload = "P" + number;
        String result = "R" + number;
        List<String> nested =
                List.of("Inner", "Outer", "List<Outer>", "Map<String, Object>", "Object", "List<Integer>");
        String taken = List.of(
                        payload, payload, payload, payload, "Map<String, Object>", "List<Inner>", "String", "Inner")
                .get(random.nextInt(8));
        boolean takes = random.nextInt(8) > 0;
        String given = List.of(
                        result, result, result, "int", "boolean", "String", "void", "List<Outer>", "Object", "Inner")
                .get(random.nextInt(10));
        String annotation = "title = \"Does " + name + "\""
                + (random.nextInt(4) == 0 ? ", path = \"things/{id}/" + name + "\"" : "")
                + (random.nextInt(4) == 0 ? ", output = \"" + name + "-done\"" : "")
                + (random.nextInt(5) == 0 ? ", outputs = {\"also-" + name + "\"}" : "");
        return record(payload, random, nested) + record(result, random, nested)
                + "  @SkillAction(name = \"" + name + "\", " + annotation + ")\n  public " + given + " a" + number + "("
                + (takes ? taken + " payload" : "") + ") { "
                + (given.equals("void")
                        ? ""
                        : given.equals("int") ? "return 1;" : given.equals("boolean") ? "return true;" : "return null;")
                + " }\n";
    }

    private static String record(String name, Random random, List<String> nested) {
        List<String> types = new ArrayList<>(SCALARS);
        types.addAll(nested);
        types.addAll(nested);
        List<String> names = new ArrayList<>(NAMES);
        List<String> components = new ArrayList<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            String required =
                    random.nextInt(3) == 0 ? "@SkillParameter(required = true, description = \"Is: it #1\") " : "";
            components.add(required + types.get(random.nextInt(types.size())) + " "
                    + names.remove(random.nextInt(names.size())));
        }
        return "  public record " + name + "(" + String.join(", ", components) + ") {}\n";
    }

    private static Map<String, byte[]> compile(Map<String, String> sources) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        Map<String, ByteArrayOutputStream> classes = new HashMap<>();
        List<JavaFileObject> units = new ArrayList<>();
        sources.forEach((name, source) -> units.add(new Source(name, source)));
        StringWriter problems = new StringWriter();
        try (JavaFileManager files =
                new ForwardingJavaFileManager<JavaFileManager>(compiler.getStandardFileManager(null, null, null)) {
                    @Override
                    public JavaFileObject getJavaFileForOutput(
                            Location location, String name, JavaFileObject.Kind kind, javax.tools.FileObject sibling) {
                        return new Compiled(name, classes);
                    }
                }) {
            List<String> options = List.of("-proc:none", "-parameters", "-cp", System.getProperty("java.class.path"));
            if (!compiler.getTask(problems, files, null, options, null, units).call()) {
                throw new IllegalStateException(problems.toString());
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        Map<String, byte[]> all = new HashMap<>();
        classes.forEach((name, bytes) -> all.put(name, bytes.toByteArray()));
        return all;
    }

    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(String name, String text) {
            super(URI.create("string:///" + name + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private static final class Compiled extends SimpleJavaFileObject {

        private final Map<String, ByteArrayOutputStream> classes;

        private final String name;

        Compiled(String name, Map<String, ByteArrayOutputStream> classes) {
            super(URI.create("mem:///" + name.replace('.', '/') + ".class"), Kind.CLASS);
            this.name = name;
            this.classes = classes;
        }

        @Override
        public OutputStream openOutputStream() {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            classes.put(name, bytes);
            return bytes;
        }
    }
}
