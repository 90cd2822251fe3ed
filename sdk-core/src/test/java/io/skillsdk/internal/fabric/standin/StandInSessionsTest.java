package io.skillsdk.internal.fabric.standin;

import static org.assertj.core.api.Assertions.assertThat;

import io.skillsdk.internal.fabric.call.SessionForm;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Sessions as gateway 6.11 answers them, line by line. */
class StandInSessionsTest {

    private final Asking bare = new Asking(SessionForm.BARE);

    private final Asking wrapped = new Asking(SessionForm.WRAPPED);

    @Test
    void aStartAnswersItsIdAndMergesIntoWhatThereIs() {
        assertThat(bare.post("sessions", "{\"sessionId\":\"s\",\"ttl\":60,\"description\":\"d\",\"state\":{\"a\":1}}")
                        .json()
                        .get("sessionId")
                        .text())
                .isEqualTo("s");
        bare.post("sessions", "{\"sessionId\":\"s\",\"ttl\":90,\"state\":{\"b\":2}}");
        Asking.Answer read = bare.get("sessions/s");
        assertThat(read.text()).contains("\"success\":true", "\"state\":{\"a\":1,\"b\":2}", "\"ttl\":90");
        assertThat(read.json().get("description").text()).isEmpty();
        String made = bare.post("sessions", "{}").json().get("sessionId").text();
        assertThat(made).isNotEmpty();
        assertThat(bare.get("sessions/" + made).text()).contains("\"state\":{}");
    }

    @Test
    void allOfASessionComesWithItsDescriptionAndTimeOneKeyAlone() {
        bare.post("sessions", "{\"sessionId\":\"s\",\"ttl\":60,\"description\":\"d\",\"state\":{\"a\":1,\"b\":null}}");
        assertThat(bare.get("sessions/s").json().members()).containsOnlyKeys("success", "state", "description", "ttl");
        assertThat(bare.get("sessions/s?subKey=a").text()).isEqualTo("{\"success\":true,\"state\":{\"a\":1}}");
        // missing and null look alike, and so does a session that there is not
        assertThat(bare.get("sessions/s?subKey=b").text()).isEqualTo("{\"success\":true,\"state\":{\"b\":null}}");
        assertThat(bare.get("sessions/none?subKey=c").text()).isEqualTo("{\"success\":true,\"state\":{\"c\":null}}");
        assertThat(bare.get("sessions/none").json().get("state").members()).isEmpty();
    }

    @Test
    void eachFormKnowsItsOwnNameOfTheKeyOnly() {
        bare.post("sessions/s", "{\"a\":1,\"b\":2}");
        assertThat(bare.get("sessions/s?key=a").json().get("state").members()).containsOnlyKeys("a", "b");
        wrapped.post("sessions/s", "{\"state\":{\"a\":1,\"b\":2}}");
        assertThat(wrapped.get("sessions/s?key=a").json().get("state").members())
                .containsOnlyKeys("a");
    }

    @Test
    void aWrappedWriteToABareServerIsOneFieldNamedState() {
        bare.post("sessions/s", "{\"state\":{\"y\":1}}");
        bare.post("sessions/s", "{\"state\":{\"z\":2}}");
        assertThat(bare.get("sessions/s").json().get("state").get("state").members())
                .containsOnlyKeys("z");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "BARE | {}",
                "BARE | []",
                "BARE | 5",
                "BARE | ''",
                "BARE | {\"a\"",
                "WRAPPED | {}",
                "WRAPPED | {\"a\":1}",
                "WRAPPED | {\"state\":{}}",
                "WRAPPED | {\"state\":5}",
                "WRAPPED | {\"state\":[1]}"
            })
    void aWriteOfNothingIsRefusedAndChangesNothing(SessionForm form, String body) {
        Asking asking = form == SessionForm.BARE ? bare : wrapped;
        assertThat(asking.post("sessions/s", body).status()).isEqualTo(400);
        assertThat(asking.get("sessions/s").json().get("state").members()).isEmpty();
        assertThat(asking.get("sessions").json().get("sessions").elements()).isEmpty();
    }

    @Test
    void aTimeThatIsNoNumberIsNamedByItsPath() {
        Asking.Answer refused = bare.post("sessions", "{\"ttl\":\"soon\"}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().get("details").elements().get(0).get("path").text())
                .isEqualTo("[\"ttl\"]");
        assertThat(bare.get("sessions").json().get("sessions").elements()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = SessionForm.class,
            names = {"BARE", "WRAPPED"})
    void aWriteRenewsTheTimeAndAReadDoesNot(SessionForm form) {
        Asking asking = form == SessionForm.BARE ? bare : wrapped;
        String write = form == SessionForm.BARE ? "{\"b\":1}" : "{\"state\":{\"b\":1}}";
        asking.post("sessions", "{\"sessionId\":\"s\",\"ttl\":10,\"state\":{\"a\":1}}");
        asking.clock.advance(Duration.ofSeconds(9));
        asking.get("sessions/s");
        asking.post("sessions/s", write);
        asking.clock.advance(Duration.ofSeconds(9));
        assertThat(asking.get("sessions/s").json().get("state").members()).containsOnlyKeys("a", "b");
        asking.get("sessions/s");
        asking.clock.advance(Duration.ofSeconds(1));
        assertThat(asking.get("sessions/s").json().get("state").members()).isEmpty();
        assertThat(asking.ask("DELETE", "sessions/s", "").status()).isEqualTo(404);
    }

    @Test
    void aTimeLongerThanAllCalendarsIsNoFailure() {
        assertThat(bare.post("sessions", "{\"sessionId\":\"s\",\"ttl\":9223372036854775807,\"state\":{\"a\":1}}")
                        .status())
                .isEqualTo(200);
        assertThat(bare.get("sessions/s").json().get("state").members()).containsOnlyKeys("a");
    }

    @Test
    void aListHasIdsCutTimesAsTextAndDescriptionsAsJsonText() {
        bare.post("sessions", "{\"sessionId\":\"a.b\",\"ttl\":60,\"description\":\"say \\\"hi\\\"\"}");
        bare.post("sessions/c|d", "{\"x\":1}");
        assertThat(bare.get("sessions").json().get("sessions").elements())
                .extracting(entry -> entry.get("sessionId").text()
                        + "," + entry.get("ttl").isText()
                        + "," + entry.get("ttl").text()
                        + "," + entry.get("description").text())
                .containsExactlyInAnyOrder("a,true,60,\"say \\\"hi\\\"\"", "c,true,0,");
        assertThat(bare.get("sessions?limit=1").json().get("sessions").elements())
                .hasSize(1);
        assertThat(bare.get("sessions?limit=x").status()).isEqualTo(400);
    }

    @Test
    void theGatewaysOwnFieldsAreNoState() {
        bare.post("sessions", "{\"sessionId\":\"s\",\"ttl\":60,\"description\":\"d\"}");
        bare.post("sessions/s", "{\"a\":1,\"sess.descr\":\"other\"}");
        assertThat(bare.get("sessions/s").json().get("state").members()).containsOnlyKeys("a");
    }
}
