package dev.playhead.streams.topology;

import static dev.playhead.testing.sample.Heartbeats.heartbeat;
import static dev.playhead.testing.sample.Interactions.interaction;
import static dev.playhead.testing.sample.Interactions.like;
import static dev.playhead.testing.sample.Interactions.share;
import static dev.playhead.testing.sample.Interactions.unlike;
import static org.assertj.core.api.Assertions.assertThat;

import dev.playhead.schemas.event.InteractionKind;
import dev.playhead.schemas.event.MaterialKind;
import dev.playhead.schemas.event.MaterialProgress;
import dev.playhead.schemas.event.ResetScope;
import dev.playhead.schemas.event.ShortInteraction;
import dev.playhead.schemas.id.ActivityPlace;
import dev.playhead.schemas.id.DeadLetter;
import dev.playhead.schemas.id.DeadLetter.Reason;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngagingIT {
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
    void a_like_of_what_is_watched_is_said_with_its_progress() {
        driven.send(heartbeat().shortVideo("short1").duration(30).position(10).build());
        driven.send(like().after(1).build());

        TestRecord<String, SpecificRecord> said = driven.progress().getLast();
        assertThat(said.key()).isEqualTo("ana/short1");
        assertThat(ActivityPlace.of(said.headers())).contains(new ActivityPlace(0, 1));
        MaterialProgress progress = (MaterialProgress) said.value();
        assertThat(progress.getLiked()).isTrue();
        assertThat(progress.getBegun()).isTrue();
        assertThat(progress.getFurthestMs()).isEqualTo(10_000);
        assertThat(driven.tally.interactions).isEqualTo(1);
    }

    @Test
    void a_like_of_what_was_never_watched_is_said_as_not_begun() {
        driven.send(like().build());

        MaterialProgress progress = last();
        assertThat(progress)
                .isEqualTo(MaterialProgress.newBuilder()
                        .setStudentId("ana")
                        .setMaterialId("short1")
                        .setCourseId("demo")
                        .setKind(MaterialKind.SHORT)
                        .setPositionMs(0)
                        .setFurthestMs(0)
                        .setDurationMs(0)
                        .setWatchedMs(0)
                        .setFirstWatchedAt(0)
                        .setLastWatchedAt(0)
                        .setAttempt(1)
                        .setLiked(true)
                        .setBegun(false)
                        .build());
    }

    /// A tombstone would say that it was reset, and live streams would.
    @Test
    void what_is_shared_or_unliked_unseen_is_said_as_not_begun_and_each_is_seen() {
        driven.send(share().build());
        driven.send(unlike().of("short2").build());
        driven.send(unlike().of("short2").build());
        driven.send(like().of("short3").build());
        driven.send(unlike().of("short3").after(1).build());

        List<TestRecord<String, SpecificRecord>> said = driven.progress();
        assertThat(said)
                .extracting(one -> one.key() + "@"
                        + ActivityPlace.of(one.headers()).orElseThrow().offset())
                .containsExactly("ana/short1@0", "ana/short2@1", "ana/short2@2", "ana/short3@3", "ana/short3@4");
        assertThat(said)
                .extracting(one -> (MaterialProgress) one.value())
                .allMatch(progress -> !progress.getBegun() && progress.getAttempt() == 1)
                .extracting(MaterialProgress::getLiked)
                .containsExactly(false, false, false, true, false);
    }

    @Test
    void what_was_only_shared_is_reset_with_the_rest() {
        driven.send(share().build());
        driven.progress();

        driven.reset(ResetScope.ALL, null, null, 10);

        assertThat(driven.progress())
                .extracting(one -> one.key() + " " + one.value())
                .containsExactly("ana/short1 null", "ana/ null");
    }

    @Test
    void a_like_survives_what_is_watched_later_and_an_unlike_that_came_late() {
        driven.send(like().after(10).build());
        driven.send(unlike().after(5).build());
        driven.send(heartbeat()
                .shortVideo("short1")
                .duration(30)
                .position(10)
                .after(20)
                .build());

        assertThat(last().getLiked()).isTrue();
    }

    @Test
    void a_reset_takes_a_like_back_of_what_was_never_watched_too() {
        driven.send(like().build());
        driven.send(like().of("short2").build());
        driven.send(like().of("other").course("another").build());
        driven.progress();

        driven.reset(ResetScope.COURSE, "demo", null, 10);
        assertThat(driven.progress())
                .extracting(TestRecord::key)
                .containsExactly("ana/short1", "ana/short2", "ana/course:demo");

        driven.send(like().after(5).build());
        assertThat(driven.progress()).extracting(TestRecord::value).containsOnlyNulls();

        driven.send(like().after(11).build());
        assertThat(last().getAttempt()).isEqualTo(2);
    }

    @Test
    void one_that_cannot_be_is_set_aside() {
        long now = Instant.now().toEpochMilli();
        driven.send(like().of("course:x").build());
        driven.send(like().of("session:1").build());
        driven.send(like().course("a/b").build());
        driven.send(interaction(InteractionKind.UNKNOWN).build());
        driven.send(like().after(3_600).receivedAt(Instant.EPOCH).build());
        driven.send("ben", (SpecificRecord) like().build(), now);

        assertThat(driven.deadLetters())
                .extracting(set -> DeadLetter.of(set.headers()).orElseThrow().reason())
                .containsOnly(Reason.OUT_OF_RANGE)
                .hasSize(6);
        assertThat(driven.watchStates().all()).isExhausted();
    }

    @Test
    void one_of_no_course_is_kept() {
        ShortInteraction uncatalogued = like().course(null).build();

        driven.send(uncatalogued);

        assertThat(last().getCourseId()).isNull();
    }

    private MaterialProgress last() {
        @Nullable SpecificRecord value = driven.progress().getLast().value();
        return (MaterialProgress) value;
    }
}
