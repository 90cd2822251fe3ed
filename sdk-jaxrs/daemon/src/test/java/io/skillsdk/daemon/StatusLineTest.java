package io.skillsdk.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import io.skillsdk.HttpMethod;
import io.skillsdk.PathParameter;
import io.skillsdk.SkillAction;
import io.skillsdk.SkillException;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The platform shows the phrase of a status to its users. */
class StatusLineTest {

    /** Refuses with the status that it is asked for. */
    public static final class Refusing {
        @SkillAction(path = "status/{status}", method = HttpMethod.GET)
        public void refuse(@PathParameter("status") int status) {
            throw new SkillException(status, "No.");
        }
    }

    private static SkillDaemon daemon;

    @BeforeAll
    static void start() {
        daemon = Calls.daemon(new Refusing()).start();
    }

    @AfterAll
    static void stop() {
        daemon.close();
    }

    @ParameterizedTest
    @CsvSource({
        "400, Bad Request",
        "402, Payment Required",
        "409, Conflict",
        "412, Precondition Failed",
        "413, Content Too Large",
        "416, Range Not Satisfiable",
        "422, Unprocessable Content",
        "423, Locked",
        "428, Precondition Required",
        "429, Too Many Requests",
        "451, Unavailable For Legal Reasons",
        "499, Request Refused",
        "500, Internal Server Error",
        "501, Not Implemented",
        "504, Gateway Timeout",
        "507, Insufficient Storage",
        "599, Action Failed",
    })
    void eachStatusHasItsPhrase(int status, String phrase) throws IOException {
        String answer = Calls.exchange(daemon.port(), "GET /status/" + status + " HTTP/1.1\r\nHost: x\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 " + status + " " + phrase + "\r\n");
        assertThat(answer).contains("\"title\":\"" + phrase + "\"");
    }
}
