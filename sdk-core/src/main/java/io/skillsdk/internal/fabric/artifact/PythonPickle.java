package io.skillsdk.internal.fabric.artifact;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Tells a file that was written by Python's pickle, dill or joblib. */
public final class PythonPickle {

    /** How many bytes are enough to tell. */
    public static final int ENOUGH = 256;

    private static final int PROTO = 0x80;

    /** Protocol 0 is text: a global, or a list or dict that is put into the memo. */
    private static final Pattern PROTOCOL_0 =
            Pattern.compile("^(c[A-Za-z_][\\w.]*\\n[A-Za-z_]\\w*\\n|\\((lp|dp|tp)\\d+\\n|\\(c[A-Za-z_][\\w.]*\\n)");

    private PythonPickle() {}

    /** Whether a file that begins so is a pickle. */
    public static boolean begins(byte[] first) {
        if (first.length >= 3 && (first[0] & 0xff) == PROTO && first[1] >= 2 && first[1] <= 5) {
            return true;
        }
        return PROTOCOL_0
                .matcher(new String(first, StandardCharsets.ISO_8859_1))
                .find();
    }
}
