package dev.playhead.streams.topology;

import static dev.playhead.testing.sample.Heartbeats.START;
import static dev.playhead.testing.sample.Heartbeats.heartbeat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.playhead.schemas.event.CourseCompleted;
import dev.playhead.schemas.event.CourseProgress;
import dev.playhead.schemas.event.MaterialShare;
import dev.playhead.schemas.id.ActivityMarks;
import dev.playhead.schemas.id.EventIds;
import dev.playhead.testing.sample.Courses;
import java.nio.file.Path;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CourseProgressIT {
    private Driven driven;

    @BeforeEach
    void start(@TempDir Path state) {
        driven = new Driven(state);
        driven.put(Courses.demo());
    }

    @AfterEach
    void stop() {
        driven.close();
    }

    @Test
    void it_says_each_published_material_in_course_order_and_the_mean() {
        watch("video124", 135, 1);

        assertThat(courses())
                .containsExactly(CourseProgress.newBuilder()
                        .setStudentId("ana")
                        .setCourseId("demo")
                        .setMaterials(List.of(
                                new MaterialShare("video123", 0, false), new MaterialShare("video124", 2_500, false)))
                        .setOverallBasisPoints(1_250)
                        .setAttempt(1)
                        .build());
    }

    @Test
    void it_is_said_when_a_material_is_begun_comes_into_its_next_tenth_or_is_completed() {
        watch("video123", 1, 1);
        watch("video123", 59, 2);
        watch("video123", 60, 3);
        watch("video123", 480, 4);
        watch("video123", 481, 5);

        assertThat(courses())
                .extracting(course -> course.getMaterials().getFirst().getProgressBasisPoints())
                .containsExactly(17, 1_000, 8_000);
    }

    @Test
    void the_last_word_on_an_activity_is_the_material_and_the_course_before_it_says_that_more_follows() {
        watch("video123", 1, 1);

        assertThat(driven.progress())
                .extracting(said -> said.key() + " " + ActivityMarks.isMore(said.headers()))
                .containsExactly("ana/course:demo true", "ana/video123 false");
    }

    @Test
    void completion_is_announced_once_with_the_last_material() {
        watch("video123", 600, 1);
        watch("video124", 431, 2);
        assertThat(courseCompletions()).isEmpty();

        watch("video124", 432, 3);
        watch("video124", 540, 4);

        assertThat(courseCompletions())
                .containsExactly(CourseCompleted.newBuilder()
                        .setEventId(EventIds.courseCompleted("ana", "demo", 1).toString())
                        .setStudentId("ana")
                        .setCourseId("demo")
                        .setAttempt(1)
                        .setCompletedAt(START.plusSeconds(3))
                        .setMaterials(2)
                        .build());
        assertThat(driven.tally.completions).isEqualTo(3);
    }

    @Test
    void a_changed_course_is_held_against_at_the_students_next_heartbeat() {
        watch("video123", 500, 1);
        driven.progress();
        driven.put(Courses.course("demo").version(2).video("video123", 600).build());

        watch("video123", 501, 2);

        assertThat(courses())
                .singleElement()
                .satisfies(course -> assertThat(course.getCompletedAt())
                        .isEqualTo(START.plusSeconds(2).toEpochMilli()));
        assertThat(courseCompletions()).hasSize(1);
    }

    @Test
    void what_was_completed_stays_so_when_the_course_grows() {
        driven.put(Courses.course("demo").version(2).video("video123", 600).build());
        watch("video123", 500, 1);
        driven.put(Courses.course("demo")
                .version(3)
                .video("video123", 600)
                .video("video125", 60)
                .build());

        watch("video123", 10, 2);

        assertThat(courses().getLast())
                .satisfies(course -> assertThat(course.getCompletedAt())
                        .isEqualTo(START.plusSeconds(1).toEpochMilli()))
                .satisfies(course -> assertThat(course.getOverallBasisPoints()).isEqualTo(5_000));
        assertThat(courseCompletions()).hasSize(1);
    }

    @Test
    void an_unpublished_material_counts_nowhere() {
        driven.put(Courses.course("demo")
                .version(2)
                .video("video123", 600)
                .video("video124", 540, it -> it.setPublished(false))
                .build());

        watch("video123", 500, 1);

        assertThat(courseCompletions()).hasSize(1);
    }

    @Test
    void a_course_that_is_gone_or_cannot_be_read_stops_nothing() {
        driven.putBytes("demo", new byte[] {1, 2, 3});
        watch("video123", 60, 1);
        assertThat(courses()).hasSize(1);

        driven.putBytes("demo", null);
        watch("video123", 300, 2);
        assertThat(courses()).isEmpty();
    }

    private void watch(String video, double position, double after) {
        driven.send(heartbeat()
                .video(video)
                .duration(video.equals("video124") ? 540 : 600)
                .position(position)
                .after(after)
                .build());
    }

    private List<CourseProgress> courses() {
        return driven.progress().stream()
                .map(TestRecord::value)
                .filter(CourseProgress.class::isInstance)
                .map(CourseProgress.class::cast)
                .toList();
    }

    private List<SpecificRecord> courseCompletions() {
        return driven.completions().stream()
                .map(TestRecord::value)
                .filter(CourseCompleted.class::isInstance)
                .toList();
    }
}
