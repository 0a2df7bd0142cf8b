package dev.playhead.query.projection;

import dev.playhead.schemas.event.AudienceCurve;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/// The rows of audiences along their materials, written a batch at a time.
final class CurveTable {
    private final JdbcTemplate jdbc;

    CurveTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /// @param puts with all the curves that their materials have now
    void write(List<Change.AudiencePut> puts, List<Change.AudienceGone> gone) {
        List<Row> rows = puts.stream()
                .flatMap(put -> put.value().getCurves().stream().map(curve -> new Row(put.key(), curve)))
                .toList();
        put(rows);
        List<String> said = new ArrayList<>();
        puts.forEach(put -> said.add(put.key()));
        gone.forEach(each -> said.add(each.key()));
        deleteOthers(said, rows);
    }

    /// Arrays of arrays would have to be of one length: each goes as its text.
    private void put(List<Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        jdbc.update(
                """
                insert into audience_curve (material_id, buckets, retention, heat, exits)
                select material_id, buckets, retention::bigint[], heat::bigint[], exits::bigint[]
                from unnest(?::text[], ?::int[], ?::text[], ?::text[], ?::text[])
                    as said (material_id, buckets, retention, heat, exits)
                on conflict (material_id, buckets) do update set
                    retention = excluded.retention,
                    heat = excluded.heat,
                    exits = excluded.exits
                """,
                materials(rows),
                buckets(rows),
                texts(rows, AudienceCurve::getRetention),
                texts(rows, AudienceCurve::getHeat),
                texts(rows, AudienceCurve::getExits));
    }

    private void deleteOthers(List<String> said, List<Row> rows) {
        if (said.isEmpty()) {
            return;
        }
        jdbc.update("""
                delete from audience_curve as stored
                where material_id = any(?) and not exists (
                    select
                    from unnest(?::text[], ?::int[]) as said (material_id, buckets)
                    where said.material_id = stored.material_id and said.buckets = stored.buckets)
                """, said.toArray(String[]::new), materials(rows), buckets(rows));
    }

    private static Object materials(List<Row> rows) {
        return Columns.of(rows, Row::material, String[]::new);
    }

    private static Object buckets(List<Row> rows) {
        return Columns.of(rows, row -> row.curve().getBuckets(), Integer[]::new);
    }

    private static Object texts(List<Row> rows, Function<AudienceCurve, List<Long>> counts) {
        return Columns.of(rows, row -> text(counts.apply(row.curve())), String[]::new);
    }

    private static String text(List<Long> counts) {
        return counts.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
    }

    private record Row(String material, AudienceCurve curve) {}
}
