package io.skillsdk.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.skillsdk.SkillAction;
import io.skillsdk.internal.action.ActionDefaults;
import io.skillsdk.internal.action.BodyOnly;
import io.skillsdk.internal.answer.ActionAnswer;
import io.skillsdk.internal.call.ActionPipeline;
import io.skillsdk.internal.fabric.source.ProcessFabric;
import io.skillsdk.internal.routing.ActionCatalog;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A body that was cut: an agent can pass on a Content-Length that does not fit, and the rest arrives as the next request. */
class CutBodyTest {

    record Text(String text) {}

    static final class Echo {
        @SkillAction
        Text echo(Text payload) {
            return payload;
        }
    }

    private final ActionCatalog catalog = ActionCatalog.of(ActionDefaults.PLATFORM, List.of(new Echo()));

    private ActionAnswer send(byte[] body) {
        return new ActionPipeline(ProcessFabric.onFirstUse())
                .invoke(catalog.only(), new BodyOnly(body))
                .toCompletableFuture()
                .join();
    }

    @Test
    void itClosesTheConnectionWhereverItWasCut() {
        byte[] whole =
                "{\"token\":\"a\\u00e9\",\"properties\":{\"on\":true,\"n\":[-12.5e3,null]},\"payload\":{\"text\":\"wörd €😀\"}}"
                        .getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length < whole.length; length++) {
            ActionAnswer answer = send(Arrays.copyOf(whole, length));
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.headers()).as("cut to %s bytes", length).containsEntry("Connection", "close");
        }
        assertThat(send(whole).headers()).isEmpty();
    }

    @Test
    void aWholeBodyWithAFaultLeavesItOpen() {
        ActionAnswer answer = send("{\"payload\":{\"text\":5}}".getBytes(StandardCharsets.UTF_8));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.headers()).isEmpty();
    }
}
