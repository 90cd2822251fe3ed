package io.skillsdk.internal.daemon.dev;

import java.lang.StackWalker.StackFrame;
import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/** The main method of a program, which can be called again in other versions of its class. */
public final class MainMethod {

    private static final MethodType MAIN = MethodType.methodType(void.class, String[].class);

    private final Class<?> type;

    private MainMethod(Class<?> type) {
        this.type = type;
    }

    /**
     * Finds the main method that has called this one, by whatever way.
     *
     * @throws DevException when there is none
     */
    public static MainMethod ofThisThread() {
        return StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
                .walk(frames -> frames.filter(MainMethod::isMain)
                        .findFirst()
                        .map(frame -> new MainMethod(frame.getDeclaringClass())))
                .orElseThrow(() -> new DevException("The command dev starts the program's main method again and again,"
                        + " and it was not called from one. Call run(args) in a static void main(String[])."));
    }

    private static boolean isMain(StackFrame frame) {
        return frame.getMethodName().equals("main") && frame.getMethodType().equals(MAIN);
    }

    /** Its class, as the process has it. */
    public Class<?> type() {
        return type;
    }

    /**
     * Calls it.
     *
     * @param version has the classes
     * @throws Throwable what it throws
     */
    public void call(ClassLoader version, String... args) throws Throwable {
        try {
            Method main = Class.forName(type.getName(), true, version).getDeclaredMethod("main", String[].class);
            main.setAccessible(true); // the class need not be public
            main.invoke(null, (Object) args);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
