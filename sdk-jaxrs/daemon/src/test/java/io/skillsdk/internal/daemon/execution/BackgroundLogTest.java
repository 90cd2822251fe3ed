package io.skillsdk.internal.daemon.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

/** The log of threads that must not wait. */
class BackgroundLogTest {

    private final Queue<Runnable> tasks = new ArrayDeque<>();

    private final BackgroundLog log = new BackgroundLog(tasks::add);

    private final List<Integer> written = new ArrayList<>();

    private void line(int number) {
        log.write(() -> written.add(number));
    }

    @Test
    void linesAreWrittenInOrderByOneTaskAtATime() {
        line(1);
        line(2);
        assertThat(written).as("by the thread that must not wait").isEmpty();
        assertThat(tasks).hasSize(1);
        tasks.remove().run();
        assertThat(written).containsExactly(1, 2);
        line(3);
        assertThat(tasks).hasSize(1);
        tasks.remove().run();
        assertThat(written).containsExactly(1, 2, 3);
    }

    @Test
    void anAppenderThatFailsCostsItsOwnLineOnly() {
        log.write(() -> {
            throw new AssertionError("of the appender");
        });
        line(2);
        tasks.remove().run();
        assertThat(written).containsExactly(2);
    }

    @Test
    void whatCannotBeWrittenInTimeIsLeftOut() {
        for (int i = 0; i < 5_000; i++) {
            line(i);
        }
        tasks.remove().run();
        assertThat(written).hasSize(1_000).startsWith(0, 1, 2);
        line(-1);
        tasks.remove().run();
        assertThat(written).as("it goes on afterwards").hasSize(1_001).endsWith(-1);
    }

    @Test
    void afterTheEndOfTheDaemonALineIsWrittenAtOnce() {
        BackgroundLog stopped = new BackgroundLog(task -> {
            throw new RejectedExecutionException();
        });
        stopped.write(() -> written.add(1));
        assertThat(written).containsExactly(1);
    }
}
