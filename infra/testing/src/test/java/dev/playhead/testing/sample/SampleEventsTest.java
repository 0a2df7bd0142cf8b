package dev.playhead.testing.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.playhead.schemas.event.Chapter;
import dev.playhead.schemas.event.Course;
import dev.playhead.schemas.event.Heartbeat;
import dev.playhead.schemas.event.Material;
import dev.playhead.schemas.event.MaterialKind;
import org.junit.jupiter.api.Test;

class SampleEventsTest {

    @Test
    void the_same_heartbeat_has_the_same_id_and_another_another() {
        Heartbeat heartbeat = Heartbeats.heartbeat().position(125.5).after(10).build();

        assertThat(heartbeat)
                .isEqualTo(Heartbeats.heartbeat().position(125.5).after(10).build());
        assertThat(heartbeat.getEventId()).isNotEqualTo(Heartbeats.at(125.5).getEventId());
        assertThat(heartbeat.getPositionMs()).isEqualTo(125_500);
        assertThat(heartbeat.getReceivedAt()).isEqualTo(heartbeat.getOccurredAt());
    }

    @Test
    void a_short_is_completed_at_95_percent() {
        Heartbeat heartbeat = Heartbeats.heartbeat().shortVideo("short-1.1-1").build();

        assertThat(heartbeat.getKind()).isEqualTo(MaterialKind.SHORT);
        assertThat(heartbeat.getCompletionThreshold()).isEqualTo(95);
    }

    @Test
    void materials_go_into_the_chapter_begun_last() {
        Course course = Courses.course("c")
                .video("a", 60)
                .chapter("c2")
                .shortVideo("b", 45, "1.1", 1)
                .video("d", 30, it -> it.setPublished(false))
                .build();

        assertThat(course.getChapters()).extracting(Chapter::getId).containsExactly("c1", "c2");
        assertThat(course.getChapters().getLast().getMaterials())
                .extracting(Material::getId)
                .containsExactly("b", "d");
        assertThat(course.getChapters().getLast().getMaterials().getLast().getPublished())
                .isFalse();
    }
}
