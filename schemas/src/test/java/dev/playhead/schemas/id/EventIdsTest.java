package dev.playhead.schemas.id;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class EventIdsTest {
    /// Computed by another implementation: Python's
    /// `uuid5(uuid5(NAMESPACE_DNS, "playhead.dev"), "material-completed\nana\nvideo123\n1")`.
    @Test
    void anyone_can_compute_the_id_of_a_completion() {
        assertThat(EventIds.materialCompleted("ana", "video123", 1))
                .isEqualTo(UUID.fromString("e0ce3ff7-2970-574d-bda0-b266c43834af"));
        assertThat(EventIds.courseCompleted("ana", "demo", 1))
                .isEqualTo(UUID.fromString("dd2ea012-5154-5adb-b40f-35b5bcc7c32a"));
    }

    @Test
    void another_attempt_is_another_fact() {
        assertThat(EventIds.materialCompleted("ana", "video123", 2))
                .isNotEqualTo(EventIds.materialCompleted("ana", "video123", 1));
    }

    @Test
    void a_heartbeat_sent_again_has_the_same_id() {
        assertThat(EventIds.heartbeat("ana", "video123", null, 1, 2, "PLAYING"))
                .isEqualTo(EventIds.heartbeat("ana", "video123", null, 1, 2, "PLAYING"))
                .isNotEqualTo(EventIds.heartbeat("ana", "video123", "s1", 1, 2, "PLAYING"))
                .isNotEqualTo(EventIds.heartbeat("ana", "video123", null, 1, 3, "PLAYING"));
    }

    @Test
    void a_like_sent_again_has_the_same_id() {
        assertThat(EventIds.interaction("ana", "s1", "LIKE", 1))
                .isEqualTo(EventIds.interaction("ana", "s1", "LIKE", 1))
                .isNotEqualTo(EventIds.interaction("ana", "s1", "UNLIKE", 1))
                .isNotEqualTo(EventIds.interaction("ana", "s1", "LIKE", 2))
                .isNotEqualTo(EventIds.interaction("ana", "s2", "LIKE", 1));
    }
}
