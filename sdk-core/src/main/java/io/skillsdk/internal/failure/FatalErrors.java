package io.skillsdk.internal.failure;

/**
 * Which errors leave the JVM in no known state, so that no call may be answered after them. What becomes of them is for the process to
 * decide.
 *
 * <ul>
 *   <li>Those of the virtual machine, such as running out of memory. A stack overflow is not one of them: only its own thread was affected.
 *   <li>A class that can never be used again, as memory ran out while it was initialized. It may be any class, such as one that each answer
 *       needs.
 * </ul>
 */
public final class FatalErrors {

    /** How the JVM begins the message of what it keeps as the cause of a failed initialization. */
    private static final String OUT_OF_MEMORY = "Exception java.lang.OutOfMemoryError";

    private static final String NOT_INITIALIZED = "Could not initialize class ";

    private FatalErrors() {}

    /** Whether the process cannot go on after it. What it may be wrapped in is not looked through. */
    public static boolean isFatal(Throwable thrown) {
        if (thrown instanceof VirtualMachineError) {
            return !(thrown instanceof StackOverflowError);
        }
        return thrown instanceof NoClassDefFoundError && ranOutOfMemory(thrown);
    }

    private static boolean ranOutOfMemory(Throwable notInitialized) {
        String message = notInitialized.getMessage();
        if (message == null || !message.startsWith(NOT_INITIALIZED)) {
            return false; // not found, or not readable
        }
        Throwable why = notInitialized.getCause();
        if (why == null) {
            return true; // there was no memory even to keep the cause
        }
        String cause = why.getMessage();
        return cause != null && cause.startsWith(OUT_OF_MEMORY);
    }

    /** Throws it again if it is fatal. */
    public static void rethrow(Throwable thrown) {
        if (isFatal(thrown)) {
            throw (Error) thrown;
        }
    }
}
