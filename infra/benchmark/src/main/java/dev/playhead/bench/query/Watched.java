package dev.playhead.bench.query;

import dev.playhead.bench.load.Http;
import dev.playhead.bench.stack.Stack;
import dev.playhead.local.parts.Ports.Listener;
import dev.playhead.testing.tokens.TokenRequest;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Students who have all watched something of every video of one course: so many of them that there
/// are as many rows as asked for.
record Watched(int students) {
    static final String COURSE = "bench";
    static final List<String> VIDEOS =
            IntStream.range(0, 100).mapToObj("m%03d"::formatted).toList();

    private static final int CHAPTERS = 10;
    private static final int TENTH = VIDEOS.size() / 10;

    /// A student's rows lie far from each other, as they do when a video is watched a week.
    private static final String OF_VIDEO = """
            insert into material_progress (student_id, material_id, course_id, kind, position_ms, furthest_ms, duration_ms,
                watched_ms, first_watched_at, last_watched_at, completed_at, attempt, liked, activity_offset)
            select 's' || student, ?, ?, 'VIDEO', at_ms, at_ms, 600000, at_ms,
                watched_at, watched_at, case when at_ms >= 480000 then watched_at end, 1, false, student
            from (
                select student, (random() * 600000)::bigint as at_ms, 1790000000000 + (random() * 1e9)::bigint as watched_at
                from generate_series(1, ?) as student
            ) as watched
            """;

    private static final String OF_COURSE = """
            insert into course_progress (student_id, course_id, overall_basis_points, materials, materials_completed,
                completed_at, attempt, activity_offset)
            select 's' || student, ?, 5000, 100, 20, null, 1, student
            from generate_series(1, ?) as student
            """;

    static Watched ofRows(long rows) {
        return new Watched(Math.toIntExact(rows / VIDEOS.size()));
    }

    String anyone(RandomGenerator random) {
        return "s" + (1 + random.nextInt(students));
    }

    void putCourse(Stack stack, Http http) throws IOException, InterruptedException {
        String chapters =
                IntStream.range(0, CHAPTERS).mapToObj(Watched::chapter).collect(Collectors.joining(","));
        http.put(
                stack.url(Listener.INGEST) + "/api/catalog/courses/" + COURSE,
                stack.token(TokenRequest.admin("bench")),
                "{\"title\":\"Bench\",\"chapters\":[" + chapters + "]}");
    }

    void fill(Stack stack, Consumer<String> say) throws SQLException {
        try (Connection database =
                DriverManager.getConnection(stack.databaseUrl(), "postgres", stack.databasePassword())) {
            try (PreparedStatement insert = database.prepareStatement(OF_VIDEO)) {
                for (int video = 0; video < VIDEOS.size(); video++) {
                    insert.setString(1, VIDEOS.get(video));
                    insert.setString(2, COURSE);
                    insert.setInt(3, students);
                    insert.executeUpdate();
                    if ((video + 1) % TENTH == 0) {
                        say.accept("  %d %%".formatted(video + 1));
                    }
                }
            }
            try (PreparedStatement insert = database.prepareStatement(OF_COURSE)) {
                insert.setString(1, COURSE);
                insert.setInt(2, students);
                insert.executeUpdate();
            }
            try (Statement vacuum = database.createStatement()) {
                vacuum.execute("vacuum analyze material_progress, course_progress");
            }
        }
    }

    private static String chapter(int number) {
        int size = VIDEOS.size() / CHAPTERS;
        String materials = VIDEOS.subList(number * size, (number + 1) * size).stream()
                .map(id ->
                        "{\"id\":\"%s\",\"kind\":\"VIDEO\",\"title\":\"Video %s\",\"duration\":600}".formatted(id, id))
                .collect(Collectors.joining(","));
        return "{\"id\":\"c%d\",\"title\":\"Chapter %d\",\"materials\":[%s]}".formatted(number, number, materials);
    }
}
