package io.skillsdk.internal.json.binding;

import com.fasterxml.jackson.annotation.SimpleObjectIdResolver;
import io.skillsdk.SkillException;
import io.skillsdk.internal.json.library.JacksonLibrary;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.InvalidDefinitionException;
import tools.jackson.databind.exc.MismatchedInputException;

/** What came out of a constructor, setter or reader of the author's, and to whom it speaks. */
public final class AuthorFailure {

    private static final Pattern CLASS_NAME = Pattern.compile("\\b[a-z]\\w*(\\.[a-z]\\w*)*\\.[A-Z]\\w*");

    /** What the checks say that Lombok writes for its {@code @NonNull}, after the name of a member. */
    public static final String NON_NULL_WORDS = " is marked non-null but is null";

    private static final Pattern NON_NULL = Pattern.compile("(\\w+)" + NON_NULL_WORDS);

    private AuthorFailure() {}

    /** The author's own exception behind one of Jackson's, or null where the value does not fit its type. */
    public static @Nullable Throwable behind(JacksonException thrown) {
        if (thrown instanceof MismatchedInputException) {
            return null;
        }
        if (thrown instanceof InvalidDefinitionException) {
            return thrown;
        }
        Throwable cause = thrown.getCause();
        while (cause instanceof JacksonException) {
            cause = cause.getCause();
        }
        return cause;
    }

    /** Whether it says that the sender is at fault; all else is the author's to know. */
    public static boolean blamesTheSender(Throwable thrown) {
        return (thrown instanceof IllegalArgumentException && !(thrown instanceof SkillException))
                || isOfAnIdGivenTwice(thrown)
                || isOfTheJdkForJackson(thrown)
                || memberThatIsNull(thrown) != null;
    }

    /** What the JDK does not take, such as null in an ArrayDeque: it was called by Jackson, and by no code of the author's. */
    private static boolean isOfTheJdkForJackson(Throwable thrown) {
        if (!(thrown instanceof NullPointerException
                || thrown instanceof DateTimeException
                || thrown instanceof URISyntaxException)) {
            return false;
        }
        for (StackTraceElement frame : thrown.getStackTrace()) {
            if (!isOfTheJdk(frame)) {
                return JacksonLibrary.isPartOfReading(frame.getClassName());
            }
        }
        return false;
    }

    /** Jackson's own exception for two objects of one id. */
    private static boolean isOfAnIdGivenTwice(Throwable thrown) {
        return thrown instanceof IllegalStateException
                && thrown.getStackTrace().length > 0
                && thrown.getStackTrace()[0].getClassName().equals(SimpleObjectIdResolver.class.getName());
    }

    /** The author's name of a member that is null where Lombok's {@code @NonNull} stands, or null. */
    public static @Nullable String memberThatIsNull(Throwable thrown) {
        Throwable author = thrown instanceof JacksonException fault ? behind(fault) : thrown;
        if (!(author instanceof NullPointerException) && !(author instanceof IllegalArgumentException)) {
            return null;
        }
        String message = author.getMessage();
        if (message == null || !message.endsWith(NON_NULL_WORDS)) {
            return null;
        }
        Matcher said = NON_NULL.matcher(message);
        return said.matches() ? said.group(1) : null;
    }

    /** The author's sentence, or words without one where the JDK wrote it. */
    public static String words(Throwable thrown) {
        String message = thrown.getMessage();
        if (isOfAnIdGivenTwice(thrown)) {
            return "is the id of another object";
        }
        String member = memberThatIsNull(thrown);
        if (member != null) {
            return "is refused: " + member + " must not be null";
        }
        return message == null || message.isBlank() || isOfTheJdk(thrown) || isTechnical(message)
                ? "has a value that is not allowed"
                : "is refused: " + message;
    }

    /** Whether a text has names in it that no sender knows. */
    public static boolean isTechnical(String message) {
        return (hasDotBeforeCapital(message)
                        && CLASS_NAME
                                .matcher(message.length() > 2000 ? message.substring(0, 2000) : message)
                                .find())
                || message.contains("Exception");
    }

    /** No class has a name without it, and few sentences have it. */
    private static boolean hasDotBeforeCapital(String message) {
        for (int at = message.indexOf('.'); at >= 0 && at + 1 < message.length(); at = message.indexOf('.', at + 1)) {
            char next = message.charAt(at + 1);
            if (next >= 'A' && next <= 'Z') {
                return true;
            }
        }
        return false;
    }

    private static boolean isOfTheJdk(Throwable thrown) {
        StackTraceElement[] stack = thrown.getStackTrace();
        return stack.length > 0 && isOfTheJdk(stack[0]);
    }

    private static boolean isOfTheJdk(StackTraceElement frame) {
        String name = frame.getClassName();
        return name.startsWith("java.") || name.startsWith("jdk.") || name.startsWith("sun.");
    }
}
