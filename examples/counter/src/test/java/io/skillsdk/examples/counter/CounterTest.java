package io.skillsdk.examples.counter;

import static org.assertj.core.api.Assertions.assertThat;

import io.skillsdk.definition.SkillDefinitions;
import io.skillsdk.examples.counter.Counter.Count;
import io.skillsdk.fabric.FabricException.Reason;
import io.skillsdk.testing.FabricResource;
import io.skillsdk.testing.InMemoryFabric;
import io.skillsdk.testing.SkillTester;
import io.skillsdk.testing.junit.MessageFiles;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class CounterTest {

    private static final String KEY = "counter/count.txt";

    private final InMemoryFabric platform = new InMemoryFabric();

    private final SkillTester tester = SkillTester.of(new Counter()).fabric(platform);

    private String stored() {
        return platform.contentOf(KEY)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElse("none");
    }

    @Test
    void itBeginsWhereThereIsNoFile() {
        assertThat(tester.invoke(Map.of()).payload(Count.class)).isEqualTo(new Count(KEY, 0, 1));
        assertThat(tester.invoke(Map.of("by", 10)).payload(Count.class)).isEqualTo(new Count(KEY, 1, 11));
        assertThat(stored()).isEqualTo("11");
    }

    @Test
    void itGoesOnFromWhatIsThere() {
        platform.content("other.txt", " 41\n");
        assertThat(tester.property("content-key", "other.txt").invoke(Map.of()).payload(Count.class))
                .isEqualTo(new Count("other.txt", 41, 42));
    }

    @ParameterizedTest
    @EnumSource(
            value = Reason.class,
            mode = Mode.EXCLUDE,
            names = {"NOT_FOUND", "INTERRUPTED"})
    void aPlatformThatFailsDoesNotResetTheCount(Reason reason) {
        platform.content(KEY, "41").failNext(FabricResource.CONTENT, reason);
        assertThat(tester.invoke(Map.of()).isError()).isTrue();
        assertThat(stored()).isEqualTo("41");
        assertThat(tester.invoke(Map.of()).payload(Count.class)).isEqualTo(new Count(KEY, 41, 42));
    }

    @Test
    void aTokenThatHasExpiredDoesNotResetTheCount() {
        platform.content(KEY, "41").expireToken();
        assertThat(tester.invoke(Map.of()).status()).isEqualTo(502);
        assertThat(stored()).isEqualTo("41");
    }

    @Test
    void aFileThatIsNotANumberStays() {
        platform.content(KEY, "forty-two");
        assertThat(tester.invoke(Map.of()).status()).isEqualTo(412);
        assertThat(stored()).isEqualTo("forty-two");
    }

    @ParameterizedTest
    @MessageFiles("skills/counter/invoke")
    void everyMessageCounts(Path message) {
        assertThat(tester.invokeMessage(message).payload(Count.class).count()).isPositive();
    }

    @Test
    void theDefinitionIsInSync() {
        SkillDefinitions.assertInSync(Path.of("."), new Counter());
    }
}
