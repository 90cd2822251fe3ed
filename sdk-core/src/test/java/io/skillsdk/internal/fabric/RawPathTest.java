package io.skillsdk.internal.fabric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skillsdk.fabric.Fabric;
import io.skillsdk.fabric.FabricException;
import io.skillsdk.internal.fabric.call.FabricCall;
import io.skillsdk.internal.fabric.call.FabricSettings;
import io.skillsdk.internal.fabric.json.JsonDocument;
import io.skillsdk.internal.fabric.wire.WireAnswer;
import io.skillsdk.internal.fabric.wire.WireRequest;
import io.skillsdk.internal.text.PercentEncoding;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls that have no method of their own: the path that is asked is the one that was written. */
class RawPathTest {

    private final List<WireRequest> sent = new ArrayList<>();

    private final Fabric fabric = Platform.over(
                    (request, budget) -> {
                        sent.add(request);
                        return new WireAnswer(200, Map.of(), new ByteArrayInputStream("{}".getBytes()));
                    },
                    FabricSettings.DEFAULTS,
                    Clock.systemUTC())
            .open(new FabricCall(
                    "http://host/base", "t", "p", null, null, Instant.now().plusSeconds(60), Map.of()))
            .fabric();

    private String asked(String path, Object... values) {
        fabric.raw().get(path, Object.class, values);
        return sent.get(sent.size() - 1).url();
    }

    @Test
    void anyValueArrivesAsItIsAndNowhereElse() {
        for (long seed = 0; seed < 3000; seed++) {
            Random random = new Random(seed);
            StringBuilder value = new StringBuilder();
            for (int i = 1 + random.nextInt(6); i > 0; i--) {
                value.append(List.of("..", ".", "/", "?", "#", "%2F", "{x}", "&", "=", "a", "é", " ", "\\", "😀", "+")
                        .get(random.nextInt(15)));
            }
            String text = value.toString();
            if (Set.of(".", "..").contains(text)) {
                assertThatThrownBy(() -> asked("x/{a}", text)).isInstanceOf(FabricException.class);
                continue;
            }
            URI url = URI.create(asked("things/{a}/b?q={a}&r={a}", text, text, text));
            assertThat(url.normalize().getRawPath()).as("seed %d", seed).isEqualTo(url.getRawPath());
            String[] segments = url.getRawPath().split("/", -1);
            assertThat(segments).as("seed %d", seed).hasSize(7);
            assertThat(PercentEncoding.decode(segments[5])).as("seed %d", seed).isEqualTo(text);
            String[] query = url.getRawQuery().split("&", -1);
            assertThat(PercentEncoding.decode(query[0])).as("seed %d", seed).isEqualTo("q=" + text);
            assertThat(PercentEncoding.decode(query[1])).as("seed %d", seed).isEqualTo("r=" + text);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "x, http://host/base/fabric/v4/x",
        "//x/y, http://host/base/fabric/v4/x/y",
        "x?a=b&c=%20, http://host/base/fabric/v4/x?a=b&c=%20",
        "'', http://host/base/fabric/v4/"
    })
    void aPathIsBelowTheApi(String path, String url) {
        assertThat(asked(path)).isEqualTo(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../x",
                "x/../y",
                "x/..",
                "a b",
                "a#b",
                "a\\b",
                "a{b",
                "a}b",
                "ü",
                "a\nb",
                "\"",
                "a|b",
                "x/./y",
                "x/%2e%2E/y",
                "x/%2E"
            })
    void aPathThatLeadsElsewhereOrIsNoPathIsRefused(String path) {
        assertThatIllegalArgumentException().isThrownBy(() -> asked(path));
        assertThat(sent).isEmpty();
    }

    @Test
    void namesAndValuesMustBeAsMany() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> asked("{a}/{b}", "1"))
                .withMessageContaining("2 names in braces, and 1 values");
        assertThatIllegalArgumentException().isThrownBy(() -> asked("a", "1")).withMessageContaining("0 names");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fabric.raw().send("TRACE", "x", null, Object.class))
                .withMessageContaining("TRACE");
        assertThat(sent).isEmpty();
    }

    @Test
    void whatIsSentTwiceIsWhatMayHappenTwice() {
        for (String method : List.of("GET", "POST", "PUT", "PATCH", "DELETE")) {
            fabric.raw().send(method, "x/{a}", JsonDocument.of(Map.of("k", 1)), Object.class, 5);
            assertThat(sent.get(sent.size() - 1).method()).isEqualTo(method);
            assertThat(sent.get(sent.size() - 1).headers()).containsEntry("Content-Type", "application/json");
        }
        assertThat(sent).hasSize(5);
    }
}
