package dev.playhead.bench.projection;

import dev.playhead.bench.backlog.PrimeTime;
import dev.playhead.bench.projection.Standing.Key;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/// One of the limit's connections, and the rows that it writes. The students of a partition are one
/// writer's, as they are in ours, so that none waits for the other's locks.
final class Writer {
    /// As many as query-api's projection has threads.
    static final int COUNT = 2;

    private static final int ROWS_A_STATEMENT = 5_000;

    private static final String UPSERT = """
            insert into bench_progress (
                student_id, material_id, activity_offset,
                course_id, kind, position_ms, furthest_ms, duration_ms, watched_ms,
                first_watched_at, last_watched_at, completed_at, attempt, liked)
            select student, material, activity_offset,
                ?, 'VIDEO', position_ms, furthest_ms, duration_ms, watched_ms,
                first_at, last_at, completed_at, 1, false
            from unnest(
                ?::text[], ?::text[], ?::bigint[],
                ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[],
                ?::bigint[], ?::bigint[], ?::bigint[])
                as row (student, material, activity_offset,
                    position_ms, furthest_ms, duration_ms, watched_ms, first_at, last_at, completed_at)
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
                liked = excluded.liked
            """;

    private final JdbcTemplate jdbc;
    private final int number;
    private List<List<Standing>> statements = List.of();

    private Writer(JdbcTemplate jdbc, int number) {
        this.jdbc = jdbc;
        this.number = number;
    }

    static List<Writer> all(JdbcTemplate jdbc) {
        return IntStream.range(0, COUNT)
                .mapToObj(number -> new Writer(jdbc, number))
                .toList();
    }

    void load(List<Standing> rows) {
        statements = statements(
                rows.stream().filter(row -> row.partition() % COUNT == number).toList());
    }

    /// @return how many rows it has written
    long write() {
        for (List<Standing> rows : statements) {
            jdbc.update(
                    UPSERT,
                    PrimeTime.COURSE,
                    column(rows, Standing::student, String[]::new),
                    column(rows, Standing::material, String[]::new),
                    column(rows, Standing::activityOffset, Long[]::new),
                    column(rows, Standing::positionMs, Long[]::new),
                    column(rows, Standing::furthestMs, Long[]::new),
                    column(rows, Standing::durationMs, Long[]::new),
                    column(rows, Standing::watchedMs, Long[]::new),
                    column(rows, Standing::firstWatchedAt, Long[]::new),
                    column(rows, Standing::lastWatchedAt, Long[]::new),
                    column(rows, Writer::completed, Long[]::new));
        }
        return statements.stream().mapToLong(List::size).sum();
    }

    /// No statement can write a row twice: the last of each key in it stays.
    static List<List<Standing>> statements(List<Standing> rows) {
        List<List<Standing>> statements = new ArrayList<>();
        Map<Key, Standing> last = new LinkedHashMap<>();
        for (Standing row : rows) {
            last.put(row.key(), row);
            if (last.size() == ROWS_A_STATEMENT) {
                statements.add(List.copyOf(last.values()));
                last.clear();
            }
        }
        if (!last.isEmpty()) {
            statements.add(List.copyOf(last.values()));
        }
        return statements;
    }

    private static @Nullable Long completed(Standing row) {
        return row.completedAt() == 0 ? null : Long.valueOf(row.completedAt());
    }

    private static <T extends @Nullable Object> Object column(
            List<Standing> rows, Function<Standing, T> value, IntFunction<T[]> array) {
        return rows.stream().map(value).toArray(array);
    }
}
