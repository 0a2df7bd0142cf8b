package dev.playhead.ingest.catalog;

import dev.playhead.schemas.event.Course;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What must hold of a course for a change of it to be made.
sealed interface Precondition {
    boolean holds(@Nullable Course current);

    /// Whether it will never hold again, whatever was written since the course was seen: a version
    /// that was left behind does not come back.
    default boolean isOver(Course seen) {
        return false;
    }

    record None() implements Precondition {
        @Override
        public boolean holds(@Nullable Course current) {
            return true;
        }
    }

    /// `If-None-Match: *`
    record Absent() implements Precondition {
        @Override
        public boolean holds(@Nullable Course current) {
            return current == null;
        }
    }

    /// `If-Match: *`
    record Present() implements Precondition {
        @Override
        public boolean holds(@Nullable Course current) {
            return current != null;
        }
    }

    /// `If-Match` with entity tags.
    record OneOf(Set<String> tags) implements Precondition {
        public OneOf {
            tags = Set.copyOf(tags);
        }

        @Override
        public boolean holds(@Nullable Course current) {
            return current != null && tags.contains(EntityTag.of(current.getVersion()));
        }

        @Override
        public boolean isOver(Course seen) {
            return tags.stream().allMatch(tag -> EntityTag.isBefore(tag, seen.getVersion()));
        }
    }

    record Both(Precondition one, Precondition other) implements Precondition {
        @Override
        public boolean holds(@Nullable Course current) {
            return one.holds(current) && other.holds(current);
        }

        @Override
        public boolean isOver(Course seen) {
            return one.isOver(seen) || other.isOver(seen);
        }
    }
}
