package dev.playhead.query.projection;

import dev.playhead.schemas.event.Audience;
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;

/// The rows of materials as all students together stand to them, written a batch at a time.
final class AudienceTable implements ProjectedRows {
    private final JdbcTemplate jdbc;
    private final CurveTable curves;

    AudienceTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.curves = new CurveTable(jdbc);
    }

    @Override
    public void write(Batch batch) {
        List<Change.AudiencePut> puts = batch.only(Change.AudiencePut.class);
        List<Change.AudienceGone> gone = batch.only(Change.AudienceGone.class);
        put(puts);
        delete(gone);
        curves.write(puts, gone);
    }

    /// The last one of the topic stays, whatever it says: a log that is folded again counts from
    /// zero.
    private void put(List<Change.AudiencePut> puts) {
        if (puts.isEmpty()) {
            return;
        }
        jdbc.update(
                """
                insert into audience (
                    material_id, viewers, completions, likes, shares, views, watched_ms, furthest_basis_points)
                select * from unnest(
                    ?::text[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[],
                    ?::bigint[])
                on conflict (material_id) do update set
                    viewers = excluded.viewers,
                    completions = excluded.completions,
                    likes = excluded.likes,
                    shares = excluded.shares,
                    views = excluded.views,
                    watched_ms = excluded.watched_ms,
                    furthest_basis_points = excluded.furthest_basis_points
                """,
                Columns.of(puts, Change.AudiencePut::key, String[]::new),
                values(puts, Audience::getViewers),
                values(puts, Audience::getCompletions),
                values(puts, Audience::getLikes),
                values(puts, Audience::getShares),
                values(puts, Audience::getViews),
                values(puts, Audience::getWatchedMs),
                values(puts, Audience::getFurthestBasisPoints));
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
