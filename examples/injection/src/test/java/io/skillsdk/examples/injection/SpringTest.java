package io.skillsdk.examples.injection;

import static org.assertj.core.api.Assertions.assertThat;

import io.skillsdk.SkillAction;
import io.skillsdk.daemon.SkillDaemon;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Spring makes the actions, and closes them with its context, which ends after the drain. */
class SpringTest {

    static class Greeter implements AutoCloseable {

        private final Store store;

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

    @Configuration
    static class Beans {

        @Bean
        Store store() {
            return new Store();
        }

        @Bean
        Greeter greeter(Store store) {
            return new Greeter(store);
        }
    }

    @Test
    void anActionOutOfTheContextIsClosedOnceByItAfterTheDrain() throws Exception {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext(Beans.class);
        Store store = context.getBean(Store.class);
        SkillDaemon daemon = SkillDaemon.builder(context.getBean(Greeter.class))
                .closesActions(false)
                .onStop(context::close)
                .host("127.0.0.1")
                .port(0)
                .start();
        Drained.during(daemon, store);
        assertThat(store.events).containsExactly("used", "ended");
        assertThat(context.isActive()).isFalse();
    }
}
