package dev.playhead.query.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.playhead.query.running.Rows;
import dev.playhead.testing.stack.Sandbox;
import dev.playhead.testing.stack.Stack;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class QueryPlanIT {

    @Test
    void a_students_standings_are_found_by_the_primary_key() {
        Sandbox sandbox = Stack.shared().sandbox(QueryPlanIT.class);
        Rows rows = Rows.migrated(sandbox);
        rows.jdbc().update("""
                        insert into material_progress
                        select 's' || n % 200, 'v' || n, null, 'VIDEO', 0, 0, 1, 0, 0, 0, null, 1, false, n
                        from generate_series(1, 20000) as n
                        """);
        rows.jdbc().execute("analyze material_progress");

        List<@Nullable String> plan = rows.jdbc()
                .queryForList("explain " + Standings.QUERY, String.class, "s7", new String[] {"v7", "v207", "v8"});

        assertThat(String.join("\n", plan)).contains("material_progress_pkey").doesNotContain("Seq Scan");
    }
}
