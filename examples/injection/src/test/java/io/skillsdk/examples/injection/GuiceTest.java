package io.skillsdk.examples.injection;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import io.skillsdk.SkillAction;
import io.skillsdk.daemon.SkillDaemon;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.junit.jupiter.api.Test;

/** Guice makes the actions, and ends nothing: the daemon closes them. */
class GuiceTest {

    @Singleton
    static class Greeter implements AutoCloseable {

        private final Store store;

        @Inject
        Greeter(Store store) {
            this.store = store;
        }

        @SkillAction
        public String greet(String name) {
            return store.use(name);
        }

        @Override
        public void close() {
            store.end();
        }
    }

    static final class Stores extends AbstractModule {
        @Override
        protected void configure() {
            bind(Store.class).asEagerSingleton();
        }
    }

    @Test
    void anActionOutOfTheInjectorIsClosedOnceAfterTheDrain() throws Exception {
        Injector injector = Guice.createInjector(new Stores());
        Store store = injector.getInstance(Store.class);
        SkillDaemon daemon = SkillDaemon.builder()
                .action(Greeter.class, () -> injector.getInstance(Greeter.class))
                .host("127.0.0.1")
                .port(0)
                .start();
        Drained.during(daemon, store);
        assertThat(store.events).containsExactly("used", "ended");
    }
}
