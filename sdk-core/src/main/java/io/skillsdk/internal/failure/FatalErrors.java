package io.skillsdk.internal.failure;

/**
 * Which errors leave the JVM in no known state, so that no call may be answered after them: those of the virtual machine, such as running
 * out of memory. A stack overflow is not one of them: only its own thread was affected. What becomes of them is for the process to decide.
 */
public final class FatalErrors {

    private FatalErrors() {}

    /** Whether the process cannot go on after it. What it may be wrapped in is not looked through. */
    public static boolean isFatal(Throwable thrown) {
        return thrown instanceof VirtualMachineError && !(thrown instanceof StackOverflowError);
    }

    /** Throws it again if it is fatal. */
    public static void rethrow(Throwable thrown) {
        if (isFatal(thrown)) {
            throw (VirtualMachineError) thrown;
        }
    }
}
