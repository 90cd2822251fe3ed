package io.skillsdk.examples.injection;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** What actions need, such as a connection pool: it remembers what happened, in order. */
class Store {

    final List<String> events = new CopyOnWriteArrayList<>();

    final CountDownLatch inUse = new CountDownLatch(1);

    final CountDownLatch letGo = new CountDownLatch(1);

    String use(String name) {
        inUse.countDown();
        try {
            if (!letGo.await(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody lets go");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        events.add("used");
        return "hello " + name;
    }

    void end() {
        events.add("ended");
    }
}
