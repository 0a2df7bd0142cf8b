package dev.playhead.streams.topology;

import static dev.playhead.streams.topology.Audiences.contribution;
import static dev.playhead.streams.topology.Audiences.counts;
import static dev.playhead.testing.sample.Heartbeats.heartbeat;
import static dev.playhead.testing.sample.Interactions.like;
import static dev.playhead.testing.sample.Interactions.share;
import static dev.playhead.testing.sample.Interactions.unlike;
import static org.assertj.core.api.Assertions.assertThat;

import dev.playhead.schemas.event.ResetScope;
import dev.playhead.schemas.event.ShortInteraction;
import java.nio.file.Path;
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
            assertThat(counts(said.value())).isEqualTo(counts(2, 1, 1, 0));
        });
        see("bea", 30);
        assertThat(driven.audience()).as("what changed no sum").isEmpty();
    }

    @Test
    void a_video_has_an_audience_too() {
        driven.send(heartbeat().position(480).build());

        assertThat(driven.audience()).singleElement().satisfies(said -> {
            assertThat(said.key()).isEqualTo("video123");
            assertThat(counts(said.value())).isEqualTo(counts(1, 1, 0, 0));
        });
    }

    @Test
    void liking_twice_or_from_two_devices_counts_once_and_an_unlike_that_came_late_not_at_all() {
        driven.send(like().after(10).build());
        driven.send(like().after(12).build());
        driven.send(like().after(10).build());
        driven.send(unlike().after(11).build());
        assertThat(last()).isEqualTo(counts(0, 0, 1, 0));

        driven.send(unlike().after(13).build());
        assertThat(last()).isEqualTo(counts(0, 0, 0, 0));
    }

    @Test
    void each_share_counts_and_one_that_comes_again_once() {
        ShortInteraction shared = share().after(1).build();
        driven.send(shared);
        driven.send(share().after(2).build());
        driven.send(shared);

        assertThat(last()).isEqualTo(counts(0, 0, 0, 2));
    }

    @Test
    void a_reset_takes_out_exactly_what_the_student_had_added() {
        see("ana", 29);
        see("bea", 29);
        driven.send(like().build());
        driven.send(share().build());
        driven.send(like().student("bea").build());
        assertThat(last()).isEqualTo(counts(2, 2, 2, 1));

        driven.reset(ResetScope.ALL, null, null, 100);

        assertThat(last()).isEqualTo(counts(1, 1, 1, 0));
    }

    @Test
    void a_task_tells_of_a_material_once_a_second_however_many_heartbeats_there_are() {
        driven.partsTold();
        for (int second = 0; second < 3; second++) {
            for (int student = 0; student < 200; student++) {
                see("student-" + student, second);
                see("student-" + student, second + 0.5);
            }
            assertThat(driven.partsTold()).hasSize(1);
        }
        assertThat(last()).isEqualTo(counts(200, 0, 0, 0));
        assertThat(driven.partsTold()).isEmpty();
    }

    @Nested
    class OverTasks {
        @Test
        void their_latest_sums_are_added_up() {
            driven.sendPart("short1", 1, contribution(10, 5, 2, 1));
            driven.sendPart("short1", 11, contribution(100, 50, 20, 10));
            driven.sendPart("short10", 1, contribution(7, 7, 7, 7));
            driven.sendPart("short1", 1, contribution(11, 4, 2, 1));

            assertThat(driven.audience())
                    .extracting(said -> said.key() + ": " + counts(said.value()))
                    .containsExactly(
                            "short1: " + counts(10, 5, 2, 1),
                            "short1: " + counts(110, 55, 22, 11),
                            "short10: " + counts(7, 7, 7, 7),
                            "short1: " + counts(111, 54, 22, 11));
        }

        @Test
        void one_that_is_told_again_says_nothing() {
            driven.sendPart("short1", 1, contribution(10, 5, 2, 1));
            driven.audience();

            driven.sendPart("short1", 1, contribution(10, 5, 2, 1));

            assertThat(driven.audience()).isEmpty();
        }
    }

    private String last() {
        return counts(driven.audience().getLast().value());
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
