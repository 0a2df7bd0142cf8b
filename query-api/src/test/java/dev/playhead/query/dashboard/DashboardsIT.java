package dev.playhead.query.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.playhead.query.running.Rows;
import dev.playhead.testing.stack.Sandbox;
import dev.playhead.testing.stack.Stack;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;

/// The questions of the dashboards, asked by the user that they are asked by, of tables as query-api makes them.
class DashboardsIT {
    private static final Dashboard AUDIENCE = Dashboard.read("audience.json");
    private static final String PASSWORD = "only for this test";

    private static final Pattern METRIC = Pattern.compile("\\bplayhead_\\w+");

    private static JdbcTemplate reader;

    @BeforeAll
    static void fill() {
        Sandbox sandbox = Stack.shared().sandbox(DashboardsIT.class);
        JdbcTemplate owner = Rows.migrated(sandbox).jdbc();
        owner.update("""
            insert into audience (material_id, viewers, completions, likes, shares, views, watched_ms,
                furthest_basis_points)
            values ('video123', 20, 10, 0, 0, 45, 6000000, 150000), ('small', 4, 0, 2, 1, 4, 1000, 400),
                ('nobody''s', 0, 0, 1, 0, 0, 0, 0)""");
        // Of four parts; and of those who saw it when it was half as fine.
        owner.update("""
            insert into audience_curve (material_id, buckets, retention, heat, exits)
            values ('video123', 4, '{10, 10, 8, 5}', '{10, 40, 8, 5}', '{0, 2, 3, 0}'),
                ('video123', 2, '{10, 5}', '{20, 5}', '{5, 0}'),
                ('small', 4, '{4, 4, 4, 4}', '{4, 4, 4, 4}', '{0, 0, 0, 0}')""");
        owner.update("""
            insert into audience_day (material_id, day, views, viewers, completions, watched_ms)
            values ('video123', '2026-11-20', 30, 18, 6, 4000000), ('video123', '2026-11-21', 15, 9, 4, 2000000),
                ('video123', '2026-01-01', 1, 1, 0, 1000)""");
        owner.execute(Dashboard.text(Dashboard.HOME.resolve("reader.sql")));
        owner.execute("alter role playhead_reader password '" + PASSWORD + "'");
        reader = new Rows(sandbox.jdbcUrl(), "playhead_reader", PASSWORD).jdbc();
    }

    static List<Dashboard.Panel> panels() {
        return AUDIENCE.panels();
    }

    @ParameterizedTest
    @MethodSource("panels")
    void each_question_is_answered_with_the_columns_that_are_shown(Dashboard.Panel panel) {
        List<Map<String, @Nullable Object>> answer = ask(panel.sql(), "video123");

        assertThat(answer).isNotEmpty();
        assertThat(answer.getFirst().keySet()).containsExactlyInAnyOrderElementsOf(panel.columns());
    }

    @ParameterizedTest
    @MethodSource("panels")
    void of_nothing_they_say_nothing_and_no_id_breaks_them(Dashboard.Panel panel) {
        assertThat(ask(panel.sql(), "nobody's")).hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void the_curves_are_those_of_all_versions_of_the_video() {
        assertThat(column("How many are still watching", "retention"))
                .usingElementComparator((one, other) -> Double.compare(one, other))
                .containsExactly(1.0, 1.0, 0.65, 0.5);
        assertThat(column("What is watched over again", "heat")).containsExactly(30.0, 60.0, 13.0, 10.0);
        assertThat(column("Where they stopped", "exits")).containsExactly(0.0, 7.0, 3.0, 0.0);
        assertThat(column("How many are still watching", "position")).containsExactly(0.0, 25.0, 50.0, 75.0);
    }

    @Test
    void the_figures_are_means_over_viewers() {
        Map<String, @Nullable Object> figures =
                ask(sql("All viewers"), "video123").getFirst();

        assertThat(figures).containsEntry("viewers", 20L).containsEntry("views", 45L);
        assertThat(number(figures.get("average_watch_time"))).isCloseTo(300, within(0.01));
        assertThat(number(figures.get("average_percentage"))).isCloseTo(75, within(0.01));
    }

    @Test
    void of_a_small_class_no_curve_is_drawn() {
        assertThat(Stream.of("How many are still watching", "What is watched over again", "Where they stopped"))
                .allSatisfy(title -> assertThat(ask(sql(title), "small")).isEmpty());
        assertThat(ask(sql("All viewers"), "small")).hasSize(1);
    }

    @Test
    void days_are_those_of_the_period() {
        assertThat(ask(sql("Day by day"), "video123"))
                .extracting(each -> each.get("views"))
                .containsExactly(30L, 15L);
    }

    @Test
    void videos_are_offered_by_their_viewers() {
        String query = AUDIENCE.json().at("/templating/list/0/query").asString();

        assertThat(reader.queryForList(query, String.class)).containsExactly("video123", "small");
    }

    @Test
    void the_reader_sees_no_student_and_changes_nothing() {
        assertThatThrownBy(() -> reader.queryForList("select * from material_progress"))
                .hasRootCauseMessage("ERROR: permission denied for table material_progress");
        assertThatThrownBy(() -> reader.update("delete from audience")).hasMessageContaining("read-only transaction");
        assertThatThrownBy(() -> reader.update("set transaction read write; delete from audience"))
                .hasRootCauseMessage("ERROR: permission denied for table audience");
    }

    @Test
    void whom_they_ask_is_provisioned_and_each_has_a_name_of_its_own() {
        assertThat(Dashboard.all()).hasSize(2).allSatisfy(dashboard -> {
            assertThat(dashboard.sources()).isNotEmpty().isSubsetOf(Dashboard.provisioned());
            assertThat(dashboard
                            .json()
                            .path("panels")
                            .valueStream()
                            .map(each -> each.path("id").asInt()))
                    .doesNotHaveDuplicates();
        });
        assertThat(Dashboard.all().map(each -> each.json().path("uid").asString()))
                .doesNotHaveDuplicates()
                .doesNotContain("");
    }

    @Test
    void whatever_they_ask_of_the_services_stands_in_the_guide() {
        String guide = Dashboard.text(Dashboard.HOME.resolve("../docs/operating.md"));
        List<String> asked = Dashboard.all()
                .flatMap(each -> each.json().findValuesAsString("expr").stream())
                .flatMap(expression -> METRIC.matcher(expression).results().map(MatchResult::group))
                .map(name -> name.replaceFirst("_bucket$", ""))
                .toList();

        assertThat(asked).hasSizeGreaterThan(10).allMatch(name -> guide.contains("`" + name));
    }

    private static List<Double> column(String panel, String name) {
        return ask(sql(panel), "video123").stream()
                .map(row -> number(row.get(name)))
                .toList();
    }

    private static double number(@Nullable Object value) {
        return Objects.requireNonNull((Number) value).doubleValue();
    }

    private static String sql(String panel) {
        return panels().stream()
                .filter(each -> each.title().equals(panel))
                .findFirst()
                .orElseThrow()
                .sql();
    }

    /// With what Grafana puts in.
    private static List<Map<String, @Nullable Object>> ask(String sql, String video) {
        String filled = sql.replace("${video:sqlstring}", "'" + video.replace("'", "''") + "'")
                .replace("${least}", "5")
                .replaceAll(
                        "\\$__timeFilter\\((.*)\\)", "$1 between '2026-11-01T00:00:00Z' and '2026-11-30T00:00:00Z'");
        assertThat(filled).doesNotContain("$");
        return reader.queryForList(filled);
    }
}
