package dev.playhead.streams.engine;

import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.REPLACE_THREAD;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class FailuresTest {
    private static final Duration PAUSE = Duration.ofMillis(1);

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private final Failures failures = new Failures(clock(), PAUSE);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void listen() {
        log.start();
        logger().addAppender(log);
    }

    @AfterEach
    void stopListening() {
        logger().detachAppender(log);
    }

    @Test
    void another_thread_takes_the_place_of_one_that_failed() {
        assertThat(failures.handle(new IllegalStateException("any"))).isEqualTo(REPLACE_THREAD);
    }

    @Test
    void the_same_failure_is_said_once() {
        failures.handle(new IllegalStateException("registry away"));
        failures.handle(new IllegalStateException("registry away"));
        failures.handle(new IllegalStateException("broker away"));

        assertThat(log.list).hasSize(2);
    }

    @Test
    void a_failure_that_comes_again_after_it_was_over_is_said_again() {
        failures.handle(new IllegalStateException("registry away"));
        now.set(Instant.EPOCH.plus(Duration.ofSeconds(1)));

        assertThat(failures.isFailing()).isFalse();
        failures.handle(new IllegalStateException("registry away"));

        assertThat(log.list).hasSize(2);
        assertThat(failures.isFailing()).isTrue();
    }

    @Test
    void it_says_where_and_why() {
        failures.handle(new StreamsException("task 0_3 stopped", new IllegalArgumentException("no disk")));

        assertThat(said()).contains("task 0_3 stopped").contains("no disk");
    }

    @Test
    void nothing_has_failed_at_first() {
        assertThat(failures.isFailing()).isFalse();
    }

    private String said() {
        return String.valueOf(log.list.getFirst().getKeyValuePairs().getFirst().value);
    }

    private static Logger logger() {
        return (Logger) LoggerFactory.getLogger(Failures.class);
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now.get();
            }
        };
    }
}
