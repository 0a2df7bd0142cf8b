package dev.playhead.query.live;

import dev.playhead.query.live.KnownRows.Page;
import dev.playhead.query.live.KnownRows.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All rows of a scope, a page at a time, each page as the rows are then.
final class Snapshot {
    private final KnownRows rows;
    private final Scope scope;
    private final List<String> materials;
    private @Nullable Page page;

    /// @param materials of a course
    Snapshot(KnownRows rows, Scope scope, List<String> materials) {
        this.rows = rows;
        this.scope = scope;
        this.materials = materials;
    }

    /// Reads the first page.
    ///
    /// @return how far the rows are at least
    Position begin() {
        Page first = page(Place.BEGINNING);
        page = first;
        return first.position();
    }

    /// The page that was read last, and how far it is.
    Page current() {
        if (page == null) {
            throw new IllegalStateException("The first page was not read");
        }
        return page;
    }

    /// Reads the next page, where there is one.
    boolean next() {
        Place after = current().next();
        if (after == null) {
            return false;
        }
        page = page(after);
        return true;
    }

    private Page page(Place after) {
        return switch (scope) {
            case Scope.OfStudent(String student) -> rows.ofStudent(student, after.id());
            case Scope.OfCourse course -> rows.ofMaterials(materials, after);
        };
    }
}
