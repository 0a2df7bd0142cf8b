package dev.playhead.query.projection;

import dev.playhead.schemas.event.AudienceDay;
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;

/// The rows of what was done with each material on each day, written a batch at a time.
final class AudienceDayTable implements ProjectedRows {
    private final JdbcTemplate jdbc;

    AudienceDayTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void write(Batch batch) {
        put(batch.only(Change.DayPut.class));
        delete(batch.only(Change.DayGone.class));
    }

    /// As with the audience, the last one of the topic stays.
    private void put(List<Change.DayPut> puts) {
        if (puts.isEmpty()) {
            return;
        }
        jdbc.update(
                """
                insert into audience_day (material_id, day, views, viewers, completions, watched_ms)
                select * from unnest(
                    ?::text[], ?::date[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[])
                on conflict (material_id, day) do update set
                    views = excluded.views,
                    viewers = excluded.viewers,
                    completions = excluded.completions,
                    watched_ms = excluded.watched_ms
                """,
                Columns.of(puts, put -> put.key().material(), String[]::new),
                Columns.of(puts, put -> put.key().day().toString(), String[]::new),
                values(puts, AudienceDay::getViews),
                values(puts, AudienceDay::getViewers),
                values(puts, AudienceDay::getCompletions),
                values(puts, AudienceDay::getWatchedMs));
    }

    private void delete(List<Change.DayGone> gone) {
        if (gone.isEmpty()) {
            return;
        }
        jdbc.update(
                """
                delete from audience_day as stored
                using unnest(?::text[], ?::date[]) as gone (material_id, day)
                where stored.material_id = gone.material_id and stored.day = gone.day
                """,
                Columns.of(gone, each -> each.key().material(), String[]::new),
                Columns.of(gone, each -> each.key().day().toString(), String[]::new));
    }

    private static Object values(List<Change.DayPut> puts, Function<AudienceDay, Long> value) {
        return Columns.of(puts, put -> value.apply(put.value()), Long[]::new);
    }
}
