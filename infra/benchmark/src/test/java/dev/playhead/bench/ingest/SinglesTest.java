package dev.playhead.bench.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.playhead.bench.load.Request;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class SinglesTest {
    private final Singles singles = Singles.of(id -> "token-of-" + id, new Lesson(3, Lesson.BEAT), 4);

    @Test
    void a_students_video_has_its_next_when_all_others_had_theirs() {
        List<String> limits = singles.limits().stream().map(Request::toString).toList();

        assertThat(limits).hasSize(12).doesNotHaveDuplicates();
        assertThat(limits.subList(0, 4))
                .containsExactly(
                        "POST /s0/v0 HTTP/1.1", "POST /s1/v0 HTTP/1.1", "POST /s2/v0 HTTP/1.1", "POST /s3/v0 HTTP/1.1");
    }

    @Test
    void ours_are_the_same_heartbeats_in_the_students_own_name() {
        assertThat(singles.ours()).hasSize(12);
        assertThat(singles.ours().get(5)).hasToString("POST /api/progress/video/v1/watch-time HTTP/1.1");
        assertThat(new String(singles.ours().get(5).head(), StandardCharsets.ISO_8859_1))
                .contains("\r\nAuthorization: Bearer token-of-s1\r\n");
        assertThat(singles.ours().get(5).body())
                .hasSameSizeAs(singles.limits().get(5).body());
    }
}
