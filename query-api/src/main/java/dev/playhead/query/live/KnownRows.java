package dev.playhead.query.live;

import dev.playhead.query.progress.Standing;
import dev.playhead.query.projection.OffsetTable;
import dev.playhead.schemas.id.ProgressKey;
import dev.playhead.schemas.topic.Topic;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/// What the rows say, and how far they are, in one snapshot: no connection is held while anything
/// is sent.
final class KnownRows {
    private static final int STATES_MAX = 500;

    /// By the primary key, in its order.
    static final String OF_STUDENT = """
            select student_id, material_id, position_ms, furthest_ms, duration_ms, watched_ms,
                last_watched_at, completed_at, attempt
            from material_progress
            where student_id = ? and material_id > ? and begun
            order by material_id
            limit ?
            """;

    /// By the index of a material's students, in its order.
    static final String OF_MATERIAL = """
            select student_id, material_id, position_ms, furthest_ms, duration_ms, watched_ms,
                last_watched_at, completed_at, attempt
            from material_progress
            where material_id = ? and student_id > ? and begun
            order by student_id
            limit ?
            """;

    private final JdbcTemplate jdbc;
    private final TransactionOperations snapshot;
    private final OffsetTable offsets;
    private final List<Integer> partitions;

    /// @param snapshot a read-only transaction that sees one state of the database
    KnownRows(JdbcTemplate jdbc, TransactionOperations snapshot, Topic progress) {
        this.jdbc = jdbc;
        this.snapshot = snapshot;
        this.offsets = new OffsetTable(jdbc, progress.name());
        this.partitions = IntStream.range(0, progress.partitions()).boxed().toList();
    }

    /// Without those partitions of which nothing is in the rows.
    Position position() {
        return new Position(new TreeMap<>(offsets.next(partitions)));
    }

    Page ofStudent(String student, String afterMaterial) {
        return page(() -> {
            List<State> states = jdbc.query(OF_STUDENT, KnownRows::state, student, afterMaterial, STATES_MAX);
            boolean isLast = states.size() < STATES_MAX;
            return new Page(
                    position(),
                    states,
                    isLast ? null : new Place(0, states.getLast().key().material()));
        });
    }

    /// One material after the other, as many as make a page.
    Page ofMaterials(List<String> materials, Place after) {
        return page(() -> {
            List<State> states = new ArrayList<>();
            Place at = after;
            while (at.material() < materials.size() && states.size() < STATES_MAX) {
                int wanted = STATES_MAX - states.size();
                List<State> more =
                        jdbc.query(OF_MATERIAL, KnownRows::state, materials.get(at.material()), at.id(), wanted);
                states.addAll(more);
                at = more.size() < wanted
                        ? new Place(at.material() + 1, "")
                        : new Place(at.material(), more.getLast().key().student());
            }
            return new Page(position(), states, at.material() < materials.size() ? at : null);
        });
    }

    private Page page(Supplier<Page> query) {
        Page page = snapshot.execute(status -> query.get());
        if (page == null) {
            throw new IllegalStateException("A page is never null");
        }
        return page;
    }

    private static State state(ResultSet row, int number) throws SQLException {
        long completedAt = row.getLong("completed_at");
        @Nullable Long completed = row.wasNull() ? null : completedAt;
        return new State(
                new ProgressKey.OfMaterial(row.getString("student_id"), row.getString("material_id")),
                new Standing(
                        row.getLong("position_ms"),
                        row.getLong("furthest_ms"),
                        row.getLong("duration_ms"),
                        row.getLong("watched_ms"),
                        row.getLong("last_watched_at"),
                        completed,
                        row.getInt("attempt")));
    }

    /// Where a page ended.
    ///
    /// @param material which of them
    /// @param id what was told of last
    record Place(int material, String id) {
        static final Place BEGINNING = new Place(0, "");
    }

    /// Some of the rows.
    ///
    /// @param position how far they are
    /// @param next where the next page begins; null where there is none
    record Page(
            Position position, List<State> states, @Nullable Place next) {}
}
