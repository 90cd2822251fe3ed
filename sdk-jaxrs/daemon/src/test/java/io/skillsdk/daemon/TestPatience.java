package io.skillsdk.daemon;

import io.restassured.RestAssured;
import io.restassured.config.HttpClientConfig;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Has tests wait long enough for a machine whose processors are taken, and never without end; they go on as soon as what they wait for is
 * there.
 */
public final class TestPatience implements LauncherSessionListener {

    /** For an answer over HTTP: shorter than the time that JUnit gives a test, so that the test tells which one did not come. */
    static final int ANSWER_MILLIS = 180_000;

    /** How RestAssured waits for answers. */
    static final HttpClientConfig ANSWERS = HttpClientConfig.httpClientConfig()
            .setParam("http.socket.timeout", ANSWER_MILLIS)
            .setParam("http.connection.timeout", ANSWER_MILLIS);

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        RestAssured.config = RestAssured.config.httpClient(ANSWERS);
        Awaitility.setDefaultTimeout(Duration.ofMinutes(8));
        // an action that is to become quick needs many calls
        Awaitility.setDefaultPollInterval(Duration.ofMillis(5));
        Awaitility.setDefaultPollDelay(Duration.ZERO);
    }
}
