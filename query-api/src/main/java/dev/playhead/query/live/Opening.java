package dev.playhead.query.live;

import dev.playhead.query.catalog.Catalog;
import dev.playhead.query.catalog.Courses;
import dev.playhead.query.catalog.Placed;
import dev.playhead.web.problem.Problem;
import dev.playhead.web.problem.ProblemException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/// How a stream begins, so that its client misses nothing and sees nothing go back.
final class Opening {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final Catalog catalog;
    private final Hub hub;
    private final KnownRows rows;
    private final RowsPosition position;
    private final LiveIds ids;
    private final int partitions;
    private final int pendingMax;

    Opening(Catalog catalog, Hub hub, KnownRows rows, LiveIds ids, int partitions, int pendingMax) {
        this.catalog = catalog;
        this.hub = hub;
        this.rows = rows;
        this.position = new RowsPosition(rows::position);
        this.ids = ids;
        this.partitions = partitions;
        this.pendingMax = pendingMax;
    }

    Opened open(Scope scope, @Nullable String lastEventId) {
        Courses courses = catalog.now();
        if (lastEventId == null || lastEventId.isEmpty()) {
            return anew(scope);
        }
        LiveStream resumed = stream(scope, ids.parse(scope, lastEventId));
        return hub.join(resumed) ? new Opened(resumed, null) : fromTheRows(scope, courses);
    }

    /// From where the rows are: whoever asks for them once the stream is open has everything that
    /// the stream does not tell. The rows and the tail are not equally far.
    private Opened anew(Scope scope) {
        LiveStream stream = stream(scope, rowsPosition(scope));
        if (!hub.join(stream)) {
            throw behind();
        }
        return new Opened(stream, null);
    }

    /// What was reset since has left no row: so everything is told again.
    private Opened fromTheRows(Scope scope, Courses courses) {
        Snapshot all = new Snapshot(rows, scope, materials(scope, courses));
        try {
            Position first = all.begin();
            LiveStream stream = stream(scope, first.only(scope.partitions(partitions)));
            if (!hub.join(stream)) {
                throw behind();
            }
            return new Opened(stream, all);
        } catch (DataAccessException | TransactionException e) {
            throw away();
        }
    }

    private Position rowsPosition(Scope scope) {
        try {
            return position.now().only(scope.partitions(partitions));
        } catch (DataAccessException | TransactionException e) {
            throw away();
        }
    }

    private LiveStream stream(Scope scope, Position from) {
        return new LiveStream(scope, from, pendingMax, hub::position);
    }

    private static List<String> materials(Scope scope, Courses courses) {
        return switch (scope) {
            case Scope.OfStudent student -> List.of();
            case Scope.OfCourse(String id) ->
                courses.course(id).stream()
                        .flatMap(course -> Placed.published(course).stream())
                        .map(Placed::id)
                        .toList();
        };
    }

    private static ProblemException behind() {
        return new ProblemException(Problem.unavailable(
                "The tables are too far behind for a stream to begin; connect again in a moment", RETRY_AFTER));
    }

    private static ProblemException away() {
        return new ProblemException(
                Problem.unavailable("The database does not answer now; connect again in a moment", RETRY_AFTER));
    }

    /// @param all what is told before the stream; null where that is nothing
    record Opened(LiveStream stream, @Nullable Snapshot all) {}
}
