package io.skillsdk.internal.fabric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A long list, whatever a server makes of limit and skip. */
class PagesTest {

    private static List<String> items(int count) {
        return IntStream.range(0, count).mapToObj(n -> "item" + n).toList();
    }

    @Test
    void everyItemComesOnceWhateverTheServersOwnLimit() {
        for (long seed = 0; seed < 2000; seed++) {
            Random random = new Random(seed);
            List<String> all = items(random.nextInt(30));
            int serversLimit = 1 + random.nextInt(12);
            boolean skips = random.nextInt(4) > 0;
            List<Integer> asked = new ArrayList<>();
            Stream<String> pages = Pages.stream(
                    (limit, skip) -> {
                        asked.add(skip);
                        int from = skips ? Math.min(skip, all.size()) : 0;
                        return all.subList(from, Math.min(all.size(), from + Math.min(limit, serversLimit)));
                    },
                    item -> item,
                    1 + random.nextInt(12));
            List<String> got = pages.toList();
            if (skips) {
                assertThat(got).as("seed %d", seed).isEqualTo(all);
            } else {
                // of a server without skip there is no more to be had than its first page, and it must end
                assertThat(got).as("seed %d", seed).isEqualTo(all.subList(0, got.size()));
                assertThat(asked).as("seed %d", seed).hasSizeLessThanOrEqualTo(2);
            }
        }
    }

    @Test
    void aPageIsAskedForOnlyWhenItIsNeeded() {
        List<String> all = items(100);
        List<Integer> asked = new ArrayList<>();
        Stream<String> pages = Pages.stream(
                (limit, skip) -> {
                    asked.add(skip);
                    return all.subList(skip, skip + limit);
                },
                item -> item,
                10);
        assertThat(asked).isEmpty();
        assertThat(pages.limit(15)).hasSize(15);
        assertThat(asked).containsExactly(0, 10);
    }
}
