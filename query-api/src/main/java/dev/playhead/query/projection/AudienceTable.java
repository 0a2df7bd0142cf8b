package dev.playhead.query.projection;

import dev.playhead.schemas.event.Audience;
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;

/// The rows of materials as all students together stand to them, written a batch at a time.
final class AudienceTable implements ProjectedRows {
    private final JdbcTemplate jdbc;

    AudienceTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void write(Batch batch) {
        put(batch.only(Change.AudiencePut.class));
        delete(batch.only(Change.AudienceGone.class));
    }

    /// The last one of the topic stays, whatever it says: a log that is folded again counts from
    /// zero.
    private void put(List<Change.AudiencePut> puts) {
        if (puts.isEmpty()) {
            return;
        }
        jdbc.update(
                """
                insert into audience (material_id, viewers, completions, likes, shares)
                select * from unnest(?::text[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[])
                on conflict (material_id) do update set
                    viewers = excluded.viewers,
                    completions = excluded.completions,
                    likes = excluded.likes,
                    shares = excluded.shares
                """,
                Columns.of(puts, Change.AudiencePut::key, String[]::new),
                values(puts, Audience::getViewers),
                values(puts, Audience::getCompletions),
                values(puts, Audience::getLikes),
                values(puts, Audience::getShares));
    }

    private void delete(List<Change.AudienceGone> gone) {
        if (gone.isEmpty()) {
            return;
        }
        Object materials = Columns.of(gone, Change.AudienceGone::key, String[]::new);
        jdbc.update("delete from audience where material_id = any(?)", materials);
    }

    private static Object values(List<Change.AudiencePut> puts, Function<Audience, Long> value) {
        return Columns.of(puts, put -> value.apply(put.value()), Long[]::new);
    }
}
