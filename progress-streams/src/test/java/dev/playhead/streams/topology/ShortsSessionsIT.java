package dev.playhead.streams.topology;

import static dev.playhead.testing.sample.Heartbeats.START;
import static dev.playhead.testing.sample.Heartbeats.heartbeat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.playhead.schemas.event.MaterialProgress;
import dev.playhead.schemas.event.ResetScope;
import dev.playhead.schemas.event.ShortsSession;
import dev.playhead.schemas.event.Swipe;
import dev.playhead.schemas.id.ActivityMarks;
import dev.playhead.schemas.id.ActivityPlace;
import dev.playhead.testing.sample.Heartbeats;
import java.nio.file.Path;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.test.TestRecord;
import org.assertj.core.api.Assertions;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShortsSessionsIT {
    private static final double MINUTE = 60;

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
    void a_heartbeat_of_a_short_is_said_as_its_session_in_both_topics_with_the_place_it_came_from() {
        driven.send(seen("a", 0).position(10).played(0, 10).build());
        driven.send(seen("b", 12).position(29).swipe(Swipe.UP).build());

        ShortsSession session = new ShortsSession("ana", at(0), at(12), 2, 1, 1, 0, 10_000L, "b");
        TestRecord<String, SpecificRecord> said = driven.shortsSessions().getLast();
        assertThat(said.key()).isEqualTo("ana/" + at(0));
        assertThat(said.value()).isEqualTo(session);
        assertThat(said.timestamp()).isEqualTo(at(12));
        assertThat(ActivityPlace.of(said.headers())).contains(new ActivityPlace(0, 1));
        List<TestRecord<String, SpecificRecord>> progress = driven.progress();
        assertThat(progress)
                .extracting(TestRecord::key)
                .containsExactly("ana/session:" + at(0), "ana/a", "ana/session:" + at(0), "ana/b");
        assertThat(progress.get(2).value()).isEqualTo(session);
        assertThat(progress)
                .extracting(one -> ActivityMarks.isMore(one.headers()))
                .containsExactly(true, false, true, false);
        assertThat(progress)
                .extracting(one -> ActivityPlace.of(one.headers()).orElseThrow().offset())
                .containsExactly(0L, 0L, 1L, 1L);
    }

    @Test
    void a_heartbeat_of_a_video_is_in_no_session() {
        driven.send(heartbeat().position(10).build());

        assertThat(driven.shortsSessions()).isEmpty();
        assertThat(driven.sessionStates().all()).isExhausted();
    }

    @Test
    void one_that_comes_again_says_its_progress_and_no_session() {
        driven.send(seen("a", 0).position(10).swipe(Swipe.UP).build());
        driven.progress();
        driven.shortsSessions();

        driven.send(seen("a", 0).position(10).swipe(Swipe.UP).build());

        assertThat(driven.shortsSessions()).isEmpty();
        assertThat(driven.progress()).extracting(TestRecord::key).containsExactly("ana/a");
    }

    @Test
    void students_are_kept_apart_and_devices_are_not() {
        driven.send(seen("a", 0).device("phone").position(10).build());
        driven.send(seen("a", 1).student("an").position(10).build());
        driven.send(seen("b", 20 * MINUTE).device("tv").position(10).build());

        assertThat(driven.shortsSessions())
                .extracting(TestRecord::key, one -> ((ShortsSession) one.value()).getShortsWatched())
                .containsExactly(tuple("ana", 0, 1), tuple("an", 1, 1), tuple("ana", 0, 2));
    }

    @Nested
    class Late {
        @Test
        void what_begins_a_session_earlier_takes_its_old_key_away() {
            driven.send(seen("a", 20 * MINUTE).position(10).build());
            sayAll();

            driven.send(seen("b", 0).position(10).build());

            assertThat(driven.shortsSessions())
                    .extracting(TestRecord::key, one -> watched(one.value()))
                    .containsExactly(gone(20 * MINUTE), tuple("ana", 0, 2));
            assertThat(driven.progress())
                    .extracting(TestRecord::key)
                    .containsExactly("ana/session:" + at(20 * MINUTE), "ana/session:" + at(0), "ana/b");
        }

        @Test
        void what_bridges_two_makes_them_one_and_takes_the_later_key_away() {
            driven.send(seen("a", 0).position(10).build());
            driven.send(seen("b", 50 * MINUTE).position(10).build());
            driven.send(seen("c", 100 * MINUTE).position(10).build());
            sayAll();

            driven.send(seen("d", 25 * MINUTE).position(10).build());

            List<TestRecord<String, SpecificRecord>> said = driven.shortsSessions();
            assertThat(said)
                    .extracting(TestRecord::key, one -> watched(one.value()))
                    .containsExactly(gone(50 * MINUTE), tuple("ana", 0, 3));
            assertThat(((ShortsSession) said.getLast().value()).getCurrentMaterialId())
                    .isEqualTo("b");
            assertThat(driven.progress())
                    .extracting(one -> ActivityMarks.isMore(one.headers()))
                    .containsExactly(true, true, false);
            assertThat(states()).isEqualTo(2);
        }

        @Test
        void what_belongs_to_an_earlier_session_leaves_the_later_ones() {
            driven.send(seen("a", 0).position(10).build());
            driven.send(seen("b", 100 * MINUTE).position(10).build());
            sayAll();

            driven.send(seen("c", 10 * MINUTE).position(10).build());

            assertThat(driven.shortsSessions())
                    .extracting(TestRecord::key, one -> watched(one.value()))
                    .containsExactly(tuple("ana", 0, 2));
        }
    }

    @Nested
    class Resets {
        @Test
        void of_a_short_take_it_out_of_every_session() {
            driven.send(seen("a", 0).position(29).build());
            driven.send(seen("b", MINUTE).position(10).build());
            driven.send(seen("a", 100 * MINUTE).position(10).build());
            sayAll();

            driven.reset(ResetScope.MATERIAL, null, "a", 200 * MINUTE);

            assertThat(driven.shortsSessions())
                    .extracting(TestRecord::key, one -> watched(one.value()))
                    .containsExactly(gone(0), tuple("ana", MINUTE, 1), gone(100 * MINUTE));
            assertThat(driven.progress().getLast().key()).isEqualTo("ana/a");
            assertThat(states()).isEqualTo(1);
        }

        @Test
        void of_a_course_take_out_what_was_seen_in_it() {
            driven.send(seen("a", 0).position(10).build());
            driven.send(seen("b", 1).course("another").position(10).build());
            sayAll();

            driven.reset(ResetScope.COURSE, "demo", null, 200);

            assertThat(driven.shortsSessions())
                    .extracting(TestRecord::key, one -> watched(one.value()))
                    .containsExactly(gone(0), tuple("ana", 1, 1));
        }

        @Test
        void of_a_student_leave_none_and_the_last_that_is_said_is_no_more() {
            driven.send(seen("a", 0).position(10).build());
            driven.send(seen("b", 100 * MINUTE).position(10).build());
            driven.send(seen("a", 0).student("bea").position(10).build());
            sayAll();

            driven.reset(ResetScope.ALL, null, null, 200 * MINUTE);

            assertThat(driven.shortsSessions())
                    .extracting(TestRecord::key, one -> watched(one.value()))
                    .containsExactly(gone(0), gone(100 * MINUTE));
            assertThat(driven.progress())
                    .extracting(one -> ActivityMarks.isMore(one.headers()))
                    .containsExactly(true, true, true, true, false);
            assertThat(states()).isEqualTo(1);
        }

        @Test
        void what_occurred_before_one_is_in_no_session_and_what_occurs_after_it_is() {
            driven.reset(ResetScope.ALL, null, null, 100);

            driven.send(seen("a", 100).position(10).build());
            assertThat(driven.shortsSessions()).isEmpty();

            driven.send(seen("a", 101).position(10).build());
            assertThat(driven.shortsSessions()).hasSize(1);
        }
    }

    @Test
    void the_last_word_on_a_short_says_that_it_was_begun() {
        driven.send(seen("a", 0).position(10).build());

        MaterialProgress said = (MaterialProgress) driven.progress().getLast().value();
        assertThat(said.getBegun()).isTrue();
        assertThat(said.getLiked()).isFalse();
    }

    private static Heartbeats seen(String material, double after) {
        return heartbeat().shortVideo(material).duration(30).after(after);
    }

    private static long at(double after) {
        return START.plusMillis((long) (after * 1_000)).toEpochMilli();
    }

    private static int watched(SpecificRecord session) {
        return session == null ? 0 : ((ShortsSession) session).getShortsWatched();
    }

    private static Tuple tuple(String student, double start, int watched) {
        return Assertions.tuple(student + "/" + at(start), watched);
    }

    private static Tuple gone(double start) {
        return tuple("ana", start, 0);
    }

    private void sayAll() {
        driven.shortsSessions();
        driven.progress();
    }

    private int states() {
        int count = 0;
        try (var all = driven.sessionStates().all()) {
            for (; all.hasNext(); all.next()) {
                count++;
            }
        }
        return count;
    }
}
