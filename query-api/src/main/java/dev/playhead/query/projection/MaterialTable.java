package dev.playhead.query.projection;

import dev.playhead.schemas.event.MaterialProgress;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.springframework.jdbc.core.JdbcTemplate;

/// The rows of materials, written a batch at a time.
final class MaterialTable {
    private final JdbcTemplate jdbc;

    MaterialTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /// @param puts at most one for a key
    void put(List<Change.MaterialPut> puts) {
        if (puts.isEmpty()) {
            return;
        }
        jdbc.update(
                """
                insert into material_progress as stored (
                    student_id, material_id, activity_offset,
                    course_id, kind, position_ms, furthest_ms, duration_ms, watched_ms,
                    first_watched_at, last_watched_at, completed_at, attempt, liked, begun)
                select * from unnest(
                    ?::text[], ?::text[], ?::bigint[],
                    ?::text[], ?::text[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[],
                    ?::bigint[], ?::bigint[], ?::bigint[], ?::int[], ?::boolean[], ?::boolean[])
                on conflict (student_id, material_id) do update set
                    activity_offset = excluded.activity_offset,
                    course_id = excluded.course_id,
                    kind = excluded.kind,
                    position_ms = excluded.position_ms,
                    furthest_ms = excluded.furthest_ms,
                    duration_ms = excluded.duration_ms,
                    watched_ms = excluded.watched_ms,
                    first_watched_at = excluded.first_watched_at,
                    last_watched_at = excluded.last_watched_at,
                    completed_at = excluded.completed_at,
                    attempt = excluded.attempt,
                    liked = excluded.liked,
                    begun = excluded.begun
                where stored.activity_offset <= excluded.activity_offset
                """,
                Columns.of(puts, put -> put.key().student(), String[]::new),
                Columns.of(puts, put -> put.key().material(), String[]::new),
                Columns.of(puts, Change.MaterialPut::activityOffset, Long[]::new),
                values(puts, MaterialProgress::getCourseId, String[]::new),
                values(puts, value -> value.getKind().name(), String[]::new),
                values(puts, MaterialProgress::getPositionMs, Long[]::new),
                values(puts, MaterialProgress::getFurthestMs, Long[]::new),
                values(puts, MaterialProgress::getDurationMs, Long[]::new),
                values(puts, MaterialProgress::getWatchedMs, Long[]::new),
                values(puts, MaterialProgress::getFirstWatchedAt, Long[]::new),
                values(puts, MaterialProgress::getLastWatchedAt, Long[]::new),
                values(puts, MaterialProgress::getCompletedAt, Long[]::new),
                values(puts, MaterialProgress::getAttempt, Integer[]::new),
                values(puts, MaterialProgress::getLiked, Boolean[]::new),
                values(puts, MaterialProgress::getBegun, Boolean[]::new));
    }

    void delete(List<Change.MaterialGone> gone) {
        if (gone.isEmpty()) {
            return;
        }
        jdbc.update(
                """
                delete from material_progress as stored
                using unnest(?::text[], ?::text[], ?::bigint[])
                    as gone (student_id, material_id, activity_offset)
                where stored.student_id = gone.student_id
                    and stored.material_id = gone.material_id
                    and stored.activity_offset <= gone.activity_offset
                """,
                Columns.of(gone, each -> each.key().student(), String[]::new),
                Columns.of(gone, each -> each.key().material(), String[]::new),
                Columns.of(gone, Change.MaterialGone::activityOffset, Long[]::new));
    }

    private static <T> Object values(
            List<Change.MaterialPut> puts, Function<MaterialProgress, T> value, IntFunction<T[]> array) {
        return Columns.of(puts, put -> value.apply(put.value()), array);
    }
}
