package dev.playhead.query.projection;

import static dev.playhead.query.running.Written.WATCHED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.playhead.query.running.Rows;
import dev.playhead.query.running.Written;
import dev.playhead.schemas.id.ProgressKey;
import dev.playhead.testing.stack.Stack;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The rows of sittings follow by the same rules as all others.
class SessionTableIT {
    private static Rows rows;
    private static SessionTable table;

    @BeforeAll
    static void tables() {
        rows = Rows.migrated(Stack.shared().sandbox(SessionTableIT.class));
        table = new SessionTable(rows.jdbc());
    }

    @Test
    void one_is_not_overwritten_by_an_older_activity_and_not_removed_by_one() {
        put("ana", 10, 5);
        put("ana", 9, 4);
        table.delete(List.of(new Change.SessionGone(key("ana"), 9)));
        assertThat(watched("ana")).containsExactly(5);

        put("ana", 10, 6);
        assertThat(watched("ana")).containsExactly(6);
        put("ana", 11, 7);
        assertThat(watched("ana")).containsExactly(7);

        table.delete(List.of(new Change.SessionGone(key("ana"), 11)));
        assertThat(watched("ana")).isEmpty();
    }

    @Test
    void each_column_holds_what_was_said() {
        table.put(List.of(new Change.SessionPut(
                key("ben"),
                7,
                Written.session("ben", WATCHED, 60, "s1")
                        .setShortsWatched(1)
                        .setShortsCompleted(2)
                        .setSwipesUp(3)
                        .setSwipesDown(4)
                        .setWatchedMs(5)
                        .build())));

        long startedAt = WATCHED.toEpochMilli();
        assertThat(rows.jdbc().queryForMap("select * from shorts_session where student_id = 'ben'"))
                .containsEntry("started_at", startedAt)
                .containsEntry("last_seen_at", startedAt + 60_000)
                .containsEntry("shorts_watched", 1)
                .containsEntry("shorts_completed", 2)
                .containsEntry("swipes_up", 3)
                .containsEntry("swipes_down", 4)
                .containsEntry("watched_ms", 5L)
                .containsEntry("current_material_id", "s1")
                .containsEntry("activity_offset", 7L);
    }

    private static void put(String student, long activityOffset, int watched) {
        table.put(List.of(new Change.SessionPut(
                key(student),
                activityOffset,
                Written.session(student, WATCHED, 60, "s1")
                        .setShortsWatched(watched)
                        .build())));
    }

    private static List<Integer> watched(String student) {
        return rows.jdbc()
                .query(
                        "select shorts_watched from shorts_session where student_id = ?",
                        (row, number) -> row.getInt(1),
                        student);
    }

    private static ProgressKey.OfSession key(String student) {
        return new ProgressKey.OfSession(student, WATCHED.toEpochMilli());
    }
}
