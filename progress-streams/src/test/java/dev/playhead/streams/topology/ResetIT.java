package dev.playhead.streams.topology;

import static dev.playhead.testing.sample.Heartbeats.heartbeat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.playhead.schemas.event.MaterialCompleted;
import dev.playhead.schemas.event.MaterialProgress;
import dev.playhead.schemas.event.ResetScope;
import dev.playhead.schemas.id.ActivityMarks;
import dev.playhead.schemas.id.ActivityPlace;
import dev.playhead.testing.sample.Courses;
import java.nio.file.Path;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResetIT {
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
    void of_a_student_takes_back_all_and_says_so_in_one_go() {
        watch("ana", "video123", 480, 1);
        watch("ana", "video124", 100, 2);
        watch("anabel", "video123", 480, 3);
        driven.progress();

        driven.reset(ResetScope.ALL, null, null, 10);

        List<TestRecord<String, SpecificRecord>> said = driven.progress();
        assertThat(said)
                .extracting(TestRecord::key)
                .containsExactly("ana/video123", "ana/video124", "ana/course:demo", "ana/");
        assertThat(said).extracting(TestRecord::value).containsOnlyNulls();
        assertThat(said)
                .extracting(one -> ActivityMarks.isMore(one.headers()))
                .containsExactly(true, true, true, false);
        assertThat(said)
                .allSatisfy(one -> assertThat(ActivityPlace.of(one.headers())).contains(new ActivityPlace(0, 3)));
        assertThat(driven.tally.resets).isEqualTo(1);
    }

    @Test
    void of_a_course_leaves_the_other_courses() {
        watch("ana", "video123", 480, 1);
        driven.send(heartbeat()
                .video("other")
                .course("another")
                .position(10)
                .after(2)
                .build());
        driven.progress();

        driven.reset(ResetScope.COURSE, "demo", null, 10);

        assertThat(driven.progress()).extracting(TestRecord::key).containsExactly("ana/video123", "ana/course:demo");
        assertThat(driven.watchState("ana", "other").orElseThrow().furthestMs()).isEqualTo(10_000);
    }

    @Test
    void of_a_video_leaves_the_others_and_shows_in_its_course() {
        watch("ana", "video123", 480, 1);
        watch("ana", "video124", 540, 2);
        driven.progress();

        driven.reset(ResetScope.MATERIAL, null, "video123", 10);

        List<TestRecord<String, SpecificRecord>> said = driven.progress();
        assertThat(said).extracting(TestRecord::key).containsExactly("ana/course:demo", "ana/video123");
        assertThat(said.getLast().value()).isNull();
        assertThat(driven.watchState("ana", "video124").orElseThrow().isCompleted())
                .isTrue();
    }

    @Test
    void the_next_attempt_is_the_second_and_completes_once_more() {
        watch("ana", "video123", 480, 1);
        driven.reset(ResetScope.ALL, null, null, 10);
        driven.progress();

        watch("ana", "video123", 500, 20);

        assertThat(progressOf("ana/video123").getAttempt()).isEqualTo(2);
        assertThat(driven.completions())
                .extracting(one -> ((MaterialCompleted) one.value()).getAttempt())
                .containsExactly(1, 2);
    }

    @Test
    void what_occurred_before_it_is_ignored_for_what_was_never_watched_too_and_is_seen() {
        driven.reset(ResetScope.ALL, null, null, 10);
        driven.reset(ResetScope.COURSE, "demo", null, 30);
        driven.reset(ResetScope.MATERIAL, null, "video123", 50);
        driven.progress();

        watch("ana", "video123", 480, 50);
        watch("ana", "video124", 480, 30);
        driven.send(heartbeat()
                .video("other")
                .course("another")
                .position(10)
                .after(10)
                .build());

        List<TestRecord<String, SpecificRecord>> said = driven.progress();
        assertThat(said)
                .filteredOn(one -> !one.key().contains("course:"))
                .extracting(TestRecord::key, TestRecord::value)
                .containsExactly(tuple("ana/video123", null), tuple("ana/video124", null), tuple("ana/other", null));
        assertThat(driven.completions()).isEmpty();
    }

    @Test
    void the_attempts_of_what_was_never_watched_rise_with_it() {
        driven.reset(ResetScope.ALL, null, null, 10);
        driven.reset(ResetScope.COURSE, "demo", null, 20);

        watch("ana", "video123", 10, 100);
        driven.send(heartbeat()
                .video("other")
                .course("another")
                .position(10)
                .after(100)
                .build());

        List<TestRecord<String, SpecificRecord>> said = driven.progress();
        assertThat(said)
                .filteredOn(one -> one.value() instanceof MaterialProgress)
                .extracting(one -> ((MaterialProgress) one.value()).getAttempt())
                .containsExactly(3, 2);
    }

    @Test
    void one_that_finds_nothing_is_seen_all_the_same() {
        driven.reset(ResetScope.ALL, null, null, 10);
        driven.reset(ResetScope.COURSE, "demo", null, 20);
        driven.reset(ResetScope.MATERIAL, null, "video123", 30);

        assertThat(driven.progress())
                .extracting(one -> one.key() + "@"
                        + ActivityPlace.of(one.headers()).orElseThrow().offset() + " "
                        + ActivityMarks.isMore(one.headers()))
                .containsExactly("ana/@0 false", "ana/course:demo@1 false", "ana/video123@2 false");
    }

    private MaterialProgress progressOf(String key) {
        return driven.progress().stream()
                .filter(one -> one.key().equals(key))
                .map(one -> (MaterialProgress) one.value())
                .reduce((first, last) -> last)
                .orElseThrow();
    }

    private void watch(String student, String video, double position, double after) {
        driven.send(heartbeat()
                .student(student)
                .video(video)
                .duration(video.equals("video124") ? 540 : 600)
                .position(position)
                .after(after)
                .build());
    }
}
