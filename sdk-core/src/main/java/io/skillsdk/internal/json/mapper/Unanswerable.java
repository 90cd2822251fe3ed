package io.skillsdk.internal.json.mapper;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** The classes whose values cannot be meant as an answer, each with what to answer instead. */
public final class Unanswerable {

    private static final String LATER = "Return a CompletionStage of the value itself.";

    private static final String PLAIN = "Return the value itself, such as a record, a Map, a List or a String.";

    private static final String CONTENT = "Read it and return its text, or put larger data into managed content.";

    /** Their subclasses are no answers either. By name: most are of libraries that need not be there. */
    private static final Map<String, String> WITH_SUBCLASSES = new LinkedHashMap<>();

    /** An author's class may well be one of these and have a value too. */
    private static final Set<String> EXACTLY = Set.of(
            "java.util.concurrent.Callable",
            "java.lang.Runnable",
            "java.lang.AutoCloseable",
            "java.io.Closeable",
            "java.util.concurrent.Executor",
            "java.util.concurrent.ExecutorService");

    static {
        WITH_SUBCLASSES.put(Throwable.class.getName(), "Throw it, or a SkillException with a status and a sentence.");
        WITH_SUBCLASSES.put(CompletionStage.class.getName(), LATER);
        WITH_SUBCLASSES.put(Future.class.getName(), LATER);
        WITH_SUBCLASSES.put(Flow.Publisher.class.getName(), LATER);
        WITH_SUBCLASSES.put("org.reactivestreams.Publisher", LATER);
        WITH_SUBCLASSES.put("kotlinx.coroutines.flow.Flow", LATER);
        WITH_SUBCLASSES.put("kotlinx.coroutines.Job", LATER);
        WITH_SUBCLASSES.put("java.io.InputStream", CONTENT);
        WITH_SUBCLASSES.put("java.io.OutputStream", CONTENT);
        WITH_SUBCLASSES.put("java.io.Reader", CONTENT);
        WITH_SUBCLASSES.put("java.io.Writer", CONTENT);
        WITH_SUBCLASSES.put("java.nio.channels.Channel", CONTENT);
        WITH_SUBCLASSES.put("jakarta.ws.rs.core.StreamingOutput", CONTENT);
        WITH_SUBCLASSES.put(
                "jakarta.ws.rs.core.Response", "Return the value itself, a SkillResponse, or throw a SkillException.");
        WITH_SUBCLASSES.put("io.skillsdk.SkillResponse", "Return it by itself, not within another value.");
        WITH_SUBCLASSES.put("io.skillsdk.Secret", "It is a secret. Answer with what the caller may see.");
        WITH_SUBCLASSES.put("java.lang.Thread", PLAIN);
        WITH_SUBCLASSES.put("java.lang.ClassLoader", PLAIN);
        WITH_SUBCLASSES.put("java.lang.reflect.AnnotatedElement", PLAIN);
        WITH_SUBCLASSES.put("java.sql.Wrapper", PLAIN);
        WITH_SUBCLASSES.put("java.net.Socket", PLAIN);
        WITH_SUBCLASSES.put("java.lang.Process", PLAIN);
    }

    private Unanswerable() {}

    /** What to return instead of a value of this class, or null where it is an answer. */
    public static @Nullable String insteadOf(Class<?> type) {
        String name = type.getName();
        // Class itself is written as its name
        if (type == Class.class || type.isPrimitive()) {
            return null;
        }
        if (EXACTLY.contains(name) || name.startsWith("java.util.function.") || isLambda(type)) {
            return PLAIN;
        }
        for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            String instead = ofTypeAndItsInterfaces(each);
            if (instead != null) {
                return instead;
            }
        }
        return null;
    }

    private static @Nullable String ofTypeAndItsInterfaces(Class<?> type) {
        String instead = WITH_SUBCLASSES.get(type.getName());
        for (Class<?> face : type.getInterfaces()) {
            instead = instead == null ? ofTypeAndItsInterfaces(face) : instead;
        }
        return instead;
    }

    private static boolean isLambda(Class<?> type) {
        return type.isHidden() && type.isSynthetic();
    }
}
