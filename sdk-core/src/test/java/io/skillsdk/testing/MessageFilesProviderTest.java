package io.skillsdk.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.skillsdk.testing.junit.MessageFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

class MessageFilesProviderTest {

    private static final List<String> SEEN = new CopyOnWriteArrayList<>();

    static class Uses {
        @ParameterizedTest
        @MessageFiles("src/test/resources/messages")
        void all(Path message) {
            SEEN.add(message.getFileName().toString());
        }
    }

    static class UsesNone {
        @ParameterizedTest
        @MessageFiles("src/test/resources/none")
        void none(Path message) {}
    }

    private static TestExecutionSummary run(Class<?> tests) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectClass(tests))
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "false")
                .build();
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherFactory.create().execute(request, listener);
        return listener.getSummary();
    }

    @Test
    void filesOfAllFoldersBelowAreFoundInOrder() {
        assertThat(run(Uses.class).getTestsSucceededCount()).isEqualTo(2);
        assertThat(SEEN).containsExactly("other.json", "message.json");
    }

    @Test
    void aFolderWithoutMessagesFailsTheTestAndSaysWhichFolder() {
        assertThat(run(UsesNone.class).getFailures())
                .singleElement()
                .satisfies(failure -> assertThat(failure.getException())
                        .hasMessageContaining("There is no .json file in")
                        .hasMessageContaining("src/test/resources/none"));
    }
}
