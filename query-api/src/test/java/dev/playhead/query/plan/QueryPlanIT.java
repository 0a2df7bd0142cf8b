package dev.playhead.query.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.playhead.query.running.Rows;
import dev.playhead.testing.stack.Sandbox;
import dev.playhead.testing.stack.Stack;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// No answer scans a table: each statement of a read, on tables of a school's size.
class QueryPlanIT {
    private static final Map<String, String> FIRST_COLUMNS = Map.of(
            "material_progress_pkey", "student_id",
            "material_progress_students", "material_id",
            "course_progress_pkey", "student_id",
            "course_progress_students", "course_id",
            "course_progress_completed", "course_id",
            "shorts_session_pkey", "student_id",
            "audience_pkey", "material_id",
            "audience_curve_pkey", "material_id",
            "audience_day_pkey", "material_id");

    /// Each use of an index, with what is looked up in it; empty where nothing is.
    private static final Pattern INDEX =
            Pattern.compile("Index (?:Only )?Scan (?:Backward )?(?:using|on) (\\w+).*\\n(?:\\s*Index Cond: (.*))?");

    private static Rows rows;
    private static JdbcTemplate unprepared;

    @BeforeAll
    static void fill() {
        Sandbox sandbox = Stack.shared().sandbox(QueryPlanIT.class);
        rows = Rows.migrated(sandbox);
        unprepared = new JdbcTemplate(new DriverManagerDataSource(
                sandbox.jdbcUrl() + "?currentSchema=projection&preferQueryMode=simple",
                sandbox.jdbcUser(),
                sandbox.jdbcPassword()));
        // 1,000 students, each of whom has begun 100 of 2,000 videos.
        rows.jdbc().update("""
                insert into material_progress
                select 's' || s, 'v' || (s * 37 + n) % 2000, null, 'VIDEO', 0, 0, 1, 0, 0, n, null, 1, false, n
                from generate_series(1, 1000) as s, generate_series(1, 100) as n
                """);
        rows.jdbc().update("""
                insert into course_progress
                select 's' || s, 'c' || (s + n) % 100, 0, 1, 0, nullif(n % 4, 0), 1, 0
                from generate_series(1, 1000) as s, generate_series(1, 20) as n
                """);
        rows.jdbc().update("""
                insert into shorts_session
                select 's' || s, n, n, 1, 0, 0, 0, 0, 'v1', n
                from generate_series(1, 1000) as s, generate_series(1, 20) as n
                """);
        // Of many schools: who asks for most of the materials that there are may well scan them.
        rows.jdbc().update("insert into audience select 'v' || n, 1, 0, 0, 0 from generate_series(1, 100000) as n");
        rows.jdbc()
                .update(
                        "insert into audience_curve select 'v' || n, 1, '{1}', '{1}', '{0}' from generate_series(1, 20000) as n");
        rows.jdbc().update("""
                insert into audience_day
                select 'v' || v, date '2026-01-01' + d, 1, 1, 0, 0
                from generate_series(1, 2000) as v, generate_series(1, 60) as d
                """);
        rows.jdbc()
                .execute("vacuum analyze material_progress, course_progress, shorts_session, audience, audience_curve,"
                        + " audience_day");
    }

    static Stream<ReadStatement> statements() {
        return ReadStatement.known();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("statements")
    void by_indices_alone(ReadStatement statement) {
        List<@Nullable String> plan = rows.jdbc()
                .queryForList(
                        "explain " + statement.sql(),
                        String.class,
                        statement.parameters().toArray());

        assertIndexed(plan);
    }

    /// The plan for any parameters, which the database comes to prefer for a statement that it knows.
    @ParameterizedTest(name = "{0}")
    @MethodSource("statements")
    void by_indices_alone_whatever_is_asked(ReadStatement statement) {
        assertIndexed(unprepared.queryForList("explain (generic_plan) " + statement.numbered(), String.class));
    }

    @Test
    void all_that_reads_ask_are_here() {
        assertThat(ReadStatement.known().map(ReadStatement::sql))
                .containsExactlyInAnyOrderElementsOf(StatementsInCode.found());
    }

    /// From one value of an index's first column: without that the database would walk through it from
    /// end to end, which is no better than a table.
    private static void assertIndexed(List<@Nullable String> lines) {
        String plan = String.join("\n", lines);
        assertThat(plan).contains("Index").doesNotContain("Seq Scan");
        assertThat(INDEX.matcher(plan).results()).as(plan).allSatisfy(used -> {
            String first = FIRST_COLUMNS.get(used.group(1));
            assertThat(used.group(2)).as(plan).contains("(" + first + " = ");
        });
    }
}
