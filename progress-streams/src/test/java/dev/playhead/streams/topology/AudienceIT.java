package dev.playhead.streams.topology;

import static dev.playhead.testing.sample.Heartbeats.heartbeat;
import static dev.playhead.testing.sample.Interactions.like;
import static dev.playhead.testing.sample.Interactions.share;
import static dev.playhead.testing.sample.Interactions.unlike;
import static org.assertj.core.api.Assertions.assertThat;

import dev.playhead.schemas.event.Audience;
import dev.playhead.schemas.event.ResetScope;
import dev.playhead.schemas.event.ShortInteraction;
import dev.playhead.streams.audience.Contribution;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AudienceIT {
    private Driven driven;

    @BeforeEach
    void start(@TempDir Path state) {
        driven = new Driven(state);
    }

    @AfterEach
    void stop() {
        driven.close();
    }

    @Test
    void what_students_do_is_said_once_a_second_under_the_material() {
        see("ana", 10);
        see("bea", 29);
        see("bea", 30);
        driven.send(like().student("bea").build());

        assertThat(driven.audience()).singleElement().satisfies(said -> {
            assertThat(said.key()).isEqualTo("short1");
            assertThat(said.value()).isEqualTo(new Audience("short1", 2L, 1L, 1L, 0L, 0L, 0L, 0L, List.of()));
        });
        see("ana", 12);
        assertThat(driven.audience()).as("what changed no sum").isEmpty();
    }

    @Test
    void a_video_has_an_audience_too() {
        driven.send(heartbeat().position(480).build());

        assertThat(driven.audience())
                .extracting(TestRecord::value)
                .containsExactly(new Audience("video123", 1L, 1L, 0L, 0L, 0L, 0L, 0L, List.of()));
    }

    @Test
    void liking_twice_or_from_two_devices_counts_once_and_an_unlike_that_came_late_not_at_all() {
        driven.send(like().after(10).build());
        driven.send(like().after(12).build());
        driven.send(like().after(10).build());
        driven.send(unlike().after(11).build());
        assertThat(last()).isEqualTo(new Audience("short1", 0L, 0L, 1L, 0L, 0L, 0L, 0L, List.of()));

        driven.send(unlike().after(13).build());
        assertThat(last()).isEqualTo(new Audience("short1", 0L, 0L, 0L, 0L, 0L, 0L, 0L, List.of()));
    }

    @Test
    void each_share_counts_and_one_that_comes_again_once() {
        ShortInteraction shared = share().after(1).build();
        driven.send(shared);
        driven.send(share().after(2).build());
        driven.send(shared);

        assertThat(last()).isEqualTo(new Audience("short1", 0L, 0L, 0L, 2L, 0L, 0L, 0L, List.of()));
    }

    @Test
    void a_reset_takes_out_exactly_what_the_student_had_added() {
        see("ana", 29);
        see("bea", 29);
        driven.send(like().build());
        driven.send(share().build());
        driven.send(like().student("bea").build());
        assertThat(last()).isEqualTo(new Audience("short1", 2L, 2L, 2L, 1L, 0L, 0L, 0L, List.of()));

        driven.reset(ResetScope.ALL, null, null, 100);

        assertThat(last()).isEqualTo(new Audience("short1", 1L, 1L, 1L, 0L, 0L, 0L, 0L, List.of()));
    }

    @Nested
    class OverTasks {
        @Test
        void their_latest_sums_are_added_up() {
            driven.sendPart("short1", 1, new Contribution(10, 5, 2, 1));
            driven.sendPart("short1", 11, new Contribution(100, 50, 20, 10));
            driven.sendPart("short10", 1, new Contribution(7, 7, 7, 7));
            driven.sendPart("short1", 1, new Contribution(11, 4, 2, 1));

            assertThat(driven.audience())
                    .extracting(TestRecord::value)
                    .containsExactly(
                            new Audience("short1", 10L, 5L, 2L, 1L, 0L, 0L, 0L, List.of()),
                            new Audience("short1", 110L, 55L, 22L, 11L, 0L, 0L, 0L, List.of()),
                            new Audience("short10", 7L, 7L, 7L, 7L, 0L, 0L, 0L, List.of()),
                            new Audience("short1", 111L, 54L, 22L, 11L, 0L, 0L, 0L, List.of()));
        }

        @Test
        void one_that_is_told_again_says_nothing() {
            driven.sendPart("short1", 1, new Contribution(10, 5, 2, 1));
            driven.audience();

            driven.sendPart("short1", 1, new Contribution(10, 5, 2, 1));

            assertThat(driven.audience()).isEmpty();
        }
    }

    private Audience last() {
        return (Audience) driven.audience().getLast().value();
    }

    private void see(String student, double position) {
        driven.send(heartbeat()
                .student(student)
                .shortVideo("short1")
                .duration(30)
                .position(position)
                .after(position)
                .build());
    }
}
