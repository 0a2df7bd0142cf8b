package dev.playhead.query.projection;

import dev.playhead.schemas.event.ShortsSession;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.springframework.jdbc.core.JdbcTemplate;

/// The rows of sittings with shorts, written a batch at a time.
final class SessionTable {
    private final JdbcTemplate jdbc;

    SessionTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /// @param puts at most one for a key
    void put(List<Change.SessionPut> puts) {
        if (puts.isEmpty()) {
            return;
        }
        jdbc.update(
                """
                insert into shorts_session as stored (
                    student_id, started_at, activity_offset,
                    last_seen_at, shorts_watched, shorts_completed, swipes_up, swipes_down, watched_ms,
                    current_material_id)
                select * from unnest(
                    ?::text[], ?::bigint[], ?::bigint[],
                    ?::bigint[], ?::int[], ?::int[], ?::int[], ?::int[], ?::bigint[],
                    ?::text[])
                on conflict (student_id, started_at) do update set
                    activity_offset = excluded.activity_offset,
                    last_seen_at = excluded.last_seen_at,
                    shorts_watched = excluded.shorts_watched,
                    shorts_completed = excluded.shorts_completed,
                    swipes_up = excluded.swipes_up,
                    swipes_down = excluded.swipes_down,
                    watched_ms = excluded.watched_ms,
                    current_material_id = excluded.current_material_id
                where stored.activity_offset <= excluded.activity_offset
                """,
                Columns.of(puts, put -> put.key().student(), String[]::new),
                Columns.of(puts, put -> put.key().startedAt(), Long[]::new),
                Columns.of(puts, Change.SessionPut::activityOffset, Long[]::new),
                values(puts, ShortsSession::getLastSeenAt, Long[]::new),
                values(puts, ShortsSession::getShortsWatched, Integer[]::new),
                values(puts, ShortsSession::getShortsCompleted, Integer[]::new),
                values(puts, ShortsSession::getSwipesUp, Integer[]::new),
                values(puts, ShortsSession::getSwipesDown, Integer[]::new),
                values(puts, ShortsSession::getWatchedMs, Long[]::new),
                values(puts, ShortsSession::getCurrentMaterialId, String[]::new));
    }

    void delete(List<Change.SessionGone> gone) {
        if (gone.isEmpty()) {
            return;
        }
        jdbc.update(
                """
                delete from shorts_session as stored
                using unnest(?::text[], ?::bigint[], ?::bigint[])
                    as gone (student_id, started_at, activity_offset)
                where stored.student_id = gone.student_id
                    and stored.started_at = gone.started_at
                    and stored.activity_offset <= gone.activity_offset
                """,
                Columns.of(gone, each -> each.key().student(), String[]::new),
                Columns.of(gone, each -> each.key().startedAt(), Long[]::new),
                Columns.of(gone, Change.SessionGone::activityOffset, Long[]::new));
    }

    private static <T> Object values(
            List<Change.SessionPut> puts, Function<ShortsSession, T> value, IntFunction<T[]> array) {
        return Columns.of(puts, put -> value.apply(put.value()), array);
    }
}
