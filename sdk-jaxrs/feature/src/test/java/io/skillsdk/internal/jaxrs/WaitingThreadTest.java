package io.skillsdk.internal.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class WaitingThreadTest {

    @Test
    void aQuestionOfAnotherThreadIsAnsweredOnTheWaitingOne() {
        WaitingThread waiting = new WaitingThread();
        List<Thread> askedOn = new CopyOnWriteArrayList<>();
        CompletableFuture<Boolean> result = CompletableFuture.supplyAsync(() -> {
            boolean first = waiting.ask(() -> askedOn.add(Thread.currentThread()));
            boolean second = waiting.ask(() -> !askedOn.add(Thread.currentThread()));
            return first && !second;
        });
        assertThat(waiting.await(result)).isTrue();
        assertThat(askedOn).hasSize(2).containsOnly(Thread.currentThread());
    }

    @Test
    void aQuestionOfItsOwnIsAnsweredAtOnce() {
        WaitingThread waiting = new WaitingThread();
        assertThat(waiting.ask(() -> true)).isTrue();
        assertThat(waiting.ask(() -> false)).isFalse();
    }

    @Test
    void whatAQuestionThrowsIsThrownWhereItWasAsked() {
        WaitingThread waiting = new WaitingThread();
        CompletableFuture<Boolean> result = CompletableFuture.supplyAsync(() -> waiting.ask(() -> {
            throw new IllegalStateException("no mappers here");
        }));
        assertThatThrownBy(() -> waiting.await(result))
                .isInstanceOf(CompletionException.class)
                .hasRootCauseMessage("no mappers here");
    }

    @Test
    void aResultThatIsThereIsNotWaitedFor() {
        WaitingThread waiting = new WaitingThread();
        assertThat(waiting.await(CompletableFuture.completedFuture("there"))).isEqualTo("there");
    }

    @Test
    void anInterruptIsRememberedAndDoesNotEndTheWait() {
        WaitingThread waiting = new WaitingThread();
        CompletableFuture<String> result = new CompletableFuture<>();
        Thread.currentThread().interrupt();
        Thread other = new Thread(() -> {
            waiting.ask(() -> true); // it waits by now
            result.complete("there");
        });
        other.start();
        assertThat(waiting.await(result)).isEqualTo("there");
        assertThat(Thread.interrupted()).isTrue();
    }
}
