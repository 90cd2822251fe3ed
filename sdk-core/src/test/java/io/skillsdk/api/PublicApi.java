package io.skillsdk.api;

import io.skillsdk.SkillAction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The public API of the core, as its class files have it: each class that users see, and what they can call of it. */
final class PublicApi {

    private PublicApi() {}

    /** Each public class of a public package, nested ones too. */
    static List<Class<?>> classes() {
        try {
            Path root = Path.of(SkillAction.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            try (Stream<Path> files = Files.walk(root)) {
                return files.map(file -> root.relativize(file).toString().replace('\\', '/'))
                        .filter(file -> file.endsWith(".class") && !file.contains("/internal/"))
                        .filter(file -> !file.endsWith("-info.class"))
                        .sorted()
                        .<Class<?>>map(PublicApi::load)
                        .filter(PublicApi::isSeen)
                        .toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Class<?> load(String file) {
        try {
            return Class.forName(
                    file.substring(0, file.length() - ".class".length()).replace('/', '.'));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isSeen(Class<?> type) {
        for (Class<?> each = type; each != null; each = each.getEnclosingClass()) {
            if (!Modifier.isPublic(each.getModifiers())) {
                return false;
            }
        }
        return !type.isAnnotation();
    }

    /** Its public constructors and methods; those that it has from a class of ours too. */
    static List<Executable> members(Class<?> type) {
        Stream<Executable> constructors = Modifier.isAbstract(type.getModifiers())
                ? Stream.empty()
                : Arrays.<Executable>stream(type.getConstructors());
        Stream<Method> methods = Arrays.stream(type.getMethods())
                .filter(method -> method.getDeclaringClass().getName().startsWith("io.skillsdk."))
                .filter(method -> !method.isSynthetic())
                .filter(method -> !isOfTheLanguage(method));
        return Stream.concat(constructors, methods).toList();
    }

    /** What Java itself says how to treat null. */
    private static boolean isOfTheLanguage(Method method) {
        return (method.getName().equals("equals") && method.getParameterCount() == 1)
                || (method.getDeclaringClass().isEnum() && method.getName().equals("valueOf"));
    }
}
