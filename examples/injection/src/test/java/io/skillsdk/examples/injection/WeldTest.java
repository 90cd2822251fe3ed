package io.skillsdk.examples.injection;

import static org.assertj.core.api.Assertions.assertThat;

import io.skillsdk.SkillAction;
import io.skillsdk.daemon.SkillDaemon;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.junit.jupiter.api.Test;

/** CDI makes the actions, behind a proxy, and destroys them with its container, which ends after the drain. */
class WeldTest {

    @Singleton
    static class SharedStore extends Store {}

    @ApplicationScoped
    static class Greeter {

        @Inject
        SharedStore store;

        @SkillAction
        public String greet(String name) {
            return store.use(name);
        }

        @PreDestroy
        void end() {
            store.end();
        }
    }

    @Test
    void anActionOutOfTheContainerIsDestroyedOnceByItAfterTheDrain() throws Exception {
        SeContainer container = SeContainerInitializer.newInstance()
                .disableDiscovery()
                .addBeanClasses(SharedStore.class, Greeter.class)
                .initialize();
        Store store = container.select(SharedStore.class).get();
        SkillDaemon daemon = SkillDaemon.builder(container.select(Greeter.class).get())
                .closesActions(false)
                .onStop(container::close)
                .host("127.0.0.1")
                .port(0)
                .start();
        Drained.during(daemon, store);
        assertThat(store.events).containsExactly("used", "ended");
        assertThat(container.isRunning()).isFalse();
    }
}
