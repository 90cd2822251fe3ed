package io.skillsdk.internal.http;

import io.skillsdk.internal.answer.ActionAnswer;
import io.skillsdk.internal.text.LogText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one line of the log about a request that became no call. What its client has sent must not look like another line, nor fill the log.
 *
 * @param method its method, as it may stand in a log
 * @param path its path, as it may stand in a log
 * @param status what it was answered with
 * @param reason the sentence that its client reads, as it may stand in a log
 */
public record RefusalLine(String method, String path, int status, String reason) implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger("io.skillsdk.calls");

    private static final int LONGEST_REASON = 500;

    /** Makes the line about a request with this answer; both may be gone when it is written. */
    public static RefusalLine of(String method, String path, ActionAnswer answer) {
        return new RefusalLine(
                LogText.path(method),
                LogText.path(path),
                answer.status(),
                LogText.inOneLine(answer.detail(), LONGEST_REASON));
    }

    /** Writes it. */
    @Override
    public void run() {
        LOG.info("{} {} was answered with {}: {}", method, path, status, reason);
    }
}
