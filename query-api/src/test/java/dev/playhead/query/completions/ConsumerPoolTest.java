package dev.playhead.query.completions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.playhead.web.problem.Problem;
import dev.playhead.web.problem.ProblemException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConsumerPoolTest {
    private static final Duration SOON = Duration.ofSeconds(10);
    private final List<MockConsumer<byte[], byte[]>> made = new ArrayList<>();
    private final ConsumerPool pool = new ConsumerPool(this::make, 2);

    @AfterEach
    void close() {
        pool.close();
        assertThat(made).allMatch(MockConsumer::closed);
    }

    @Test
    void who_comes_when_all_are_in_use_waits_and_no_longer_than_said() throws InterruptedException {
        CountDownLatch taken = new CountDownLatch(2);
        CountDownLatch done = new CountDownLatch(1);
        try (var users = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 2; i++) {
                users.execute(() -> pool.use(SOON, consumer -> {
                    taken.countDown();
                    return await(done);
                }));
            }
            taken.await();

            assertThat(pool.use(Duration.ofMillis(1), consumer -> 1)).isEmpty();
            done.countDown();
            assertThat(pool.use(SOON, consumer -> 1)).contains(1);
        }
        assertThat(made).hasSize(2);
    }

    @Test
    void one_is_used_again_also_when_the_caller_was_refused() {
        pool.use(SOON, consumer -> 1);
        assertThatThrownBy(() -> pool.use(SOON, consumer -> {
                    throw new ProblemException(Problem.invalid("after", "is wrong"));
                }))
                .isInstanceOf(ProblemException.class);
        pool.use(SOON, consumer -> 2);

        assertThat(made).hasSize(1);
    }

    @Test
    void one_that_failed_is_closed_and_gives_its_place_to_another() {
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> pool.use(SOON, consumer -> {
                        throw new KafkaException("away");
                    }))
                    .isInstanceOf(KafkaException.class);
        }

        assertThat(made).hasSize(3).allMatch(MockConsumer::closed);
        assertThat(pool.use(Duration.ZERO, consumer -> 1)).contains(1);
    }

    private Consumer<byte[], byte[]> make() {
        MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("none");
        synchronized (made) {
            made.add(consumer);
        }
        return consumer;
    }

    private static boolean await(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
