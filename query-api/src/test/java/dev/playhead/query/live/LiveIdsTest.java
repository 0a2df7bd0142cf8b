package dev.playhead.query.live;

import static dev.playhead.query.live.Some.position;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.playhead.schemas.id.ProgressKey;
import dev.playhead.schemas.topic.TopicSettings;
import dev.playhead.schemas.topic.Topics;
import dev.playhead.web.problem.ProblemException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LiveIdsTest {
    private static final Scope ANA = new Scope.OfStudent("ana");
    private static final Scope DEMO = new Scope.OfCourse("demo");
    private final LiveIds ids = ids("playhead.", 3);

    @Test
    void one_is_read_as_it_was_written() {
        Position own = position(Map.of(ProgressKey.partition("ana", 3), 42L));
        Position all = position(Map.of(0, 1L, 1, Long.MAX_VALUE, 2, 0L));

        assertThat(ids.parse(ANA, ids.text(ANA, own))).isEqualTo(own);
        assertThat(ids.parse(DEMO, ids.text(DEMO, all))).isEqualTo(all);
    }

    @Test
    void of_anothers_stream_or_another_installation_it_is_refused() {
        String own = ids.text(ANA, position(Map.of(0, 1L, 1, 1L, 2, 1L)));

        refused(ids, new Scope.OfStudent("ben"), own);
        refused(ids, DEMO, own);
        refused(ids("elsewhere.", 3), ANA, own);
        refused(ids("playhead.", 2), DEMO, ids.text(DEMO, Position.NONE));
    }

    @Test
    void none_that_was_tampered_with_is_taken() {
        String own = ids.text(ANA, position(Map.of(0, 1L, 1, 1L, 2, 1L)));
        for (int i = 0; i < own.length(); i++) {
            char other = own.charAt(i) == 'A' ? 'Q' : 'A';
            String changed = own.substring(0, i) + other + own.substring(i + 1);
            refused(ids, ANA, changed);
        }
        refused(ids, ANA, own + "AAAA");
        refused(ids, ANA, own.substring(4));
        refused(ids, ANA, "");
    }

    private static void refused(LiveIds ids, Scope scope, String text) {
        assertThatThrownBy(() -> ids.parse(scope, text)).isInstanceOf(ProblemException.class);
    }

    private static LiveIds ids(String prefix, int partitions) {
        return new LiveIds(
                Topics.of(new TopicSettings(prefix, partitions, null, null)).progress());
    }
}
