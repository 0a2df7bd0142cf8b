package dev.playhead.ingest.catalog;

import dev.playhead.ingest.catalog.CatalogSnapshot.Change;
import dev.playhead.schemas.event.Chapter;
import dev.playhead.schemas.event.CompletionRule;
import dev.playhead.schemas.event.CompletionSettings;
import dev.playhead.schemas.event.Course;
import dev.playhead.schemas.event.Material;
import dev.playhead.schemas.event.MaterialKind;
import dev.playhead.schemas.serde.Events;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Catalogs for tests that need no log.
public final class Catalogs {
    static {
        Events.trust();
    }

    private Catalogs() {}

    public static Catalog of(Course... courses) {
        Catalog catalog = new Catalog();
        catalog.publish(snapshot(courses));
        return catalog;
    }

    static CatalogSnapshot snapshot(Course... courses) {
        List<Change> changes = Arrays.stream(courses)
                .map(course -> new Change(course.getCourseId(), 0, Optional.of(course)))
                .toList();
        return CatalogSnapshot.EMPTY.with(changes, 10);
    }

    public static Course course(String id, long version, Material... materials) {
        CompletionSettings completion = new CompletionSettings(CompletionRule.COVERAGE, 70, 90);
        return new Course(id, version, id, completion, List.of(new Chapter("c", "C", List.of(materials))), 0L);
    }

    public static Material material(String id, MaterialKind kind, long durationMs) {
        return Material.newBuilder()
                .setId(id)
                .setKind(kind)
                .setTitle(id)
                .setDurationMs(durationMs)
                .build();
    }
}
