package io.skillsdk.internal.daemon.command;

/** What the process ends with, beside 0 for success, 1 for what a command found, and 2 for a wrong command line. */
final class ExitCodes {

    /** A command could not do what it is for. */
    static final int FAILED = 1;

    /** A file could not be read or written. */
    static final int UNREADABLE = 3;

    private ExitCodes() {}
}
