package dev.playhead.ingest.catalog;

import dev.playhead.schemas.event.Course;
import dev.playhead.web.problem.Problem;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What is to become of a change, given the catalog as it is.
sealed interface Decision {
    int CONFLICTS_NAMED_MAX = 5;

    record Refused(Problem problem) implements Decision {}

    /// The change is made.
    ///
    /// @param course null for one that is to go
    record Write(String courseId, @Nullable Course course) implements Decision {}

    /// Decides.
    ///
    /// @param now the catalog, read to the end of its log
    /// @param updatedAt epoch milliseconds
    static Decision of(CatalogSnapshot now, CatalogChange change, long updatedAt) {
        Course current = now.course(change.courseId());
        if (!change.precondition().holds(current)) {
            return notAsExpected(change, current);
        }
        return switch (change) {
            case CatalogChange.Put put -> put(now, put, current, updatedAt);
            case CatalogChange.Delete delete ->
                current == null
                        ? new Refused(Problem.notFound("There is no course " + delete.courseId()))
                        : new Write(delete.courseId(), null);
        };
    }

    /// What can be refused by whatever of the catalog was seen last, without reading to its end. Of a
    /// hundred who change the same version, only those who may still win go on.
    static Optional<Refused> early(CatalogSnapshot seen, CatalogChange change) {
        return Optional.ofNullable(seen.course(change.courseId()))
                .filter(change.precondition()::isOver)
                .map(course -> notAsExpected(change, course));
    }

    private static Refused notAsExpected(CatalogChange change, @Nullable Course current) {
        return new Refused(Problem.preconditionFailed(
                current == null
                        ? "There is no course " + change.courseId()
                        : "The course is at version " + EntityTag.of(current.getVersion()) + "; read it again"));
    }

    private static Decision put(CatalogSnapshot now, CatalogChange.Put put, @Nullable Course current, long updatedAt) {
        List<String> taken = put.draft().materialIds().stream()
                .filter(id -> belongsToAnother(now.stamps().get(id), put.courseId()))
                .toList();
        if (!taken.isEmpty()) {
            String named = taken.stream().limit(CONFLICTS_NAMED_MAX).collect(Collectors.joining(", "));
            return new Refused(Problem.conflict(
                    "%d of its materials belong to another course: %s".formatted(taken.size(), named)));
        }
        return new Write(put.courseId(), put.draft().at(put.courseId(), version(now, current), updatedAt));
    }

    private static boolean belongsToAnother(@Nullable Stamp stamp, String courseId) {
        return stamp != null && !Objects.equals(stamp.courseId(), courseId);
    }

    /// A new course begins above the log's end. A version thus never exceeds the offset after its
    /// own, and so a course that is deleted and created again goes on rising, though nobody
    /// remembers where it was.
    private static long version(CatalogSnapshot now, @Nullable Course current) {
        return 1 + (current == null ? now.readTo() : current.getVersion());
    }
}
