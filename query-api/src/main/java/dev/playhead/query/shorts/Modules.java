package dev.playhead.query.shorts;

import dev.playhead.query.catalog.Courses;
import dev.playhead.query.catalog.Placed;
import dev.playhead.schemas.event.MaterialKind;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The shorts that students see, of all courses, by submodule and in each by their sequence. One
/// that names no submodule is in none, and so nowhere here.
///
/// @param position of the catalog that they were taken from
record Modules(long position, NavigableMap<String, List<Placed>> byModule) {
    static final Modules NONE = new Modules(-1, Collections.emptyNavigableMap());

    /// In one answer.
    static final int SHORTS_MAX = 2_000;

    static Modules of(Courses courses) {
        NavigableMap<String, List<Placed>> byModule = courses.all().stream()
                .flatMap(course -> Placed.published(course).stream())
                .filter(each -> each.material().getKind() == MaterialKind.SHORT)
                .filter(each -> each.material().getModuleRef() != null)
                // Of the same sequence, as the courses have them.
                .sorted(Comparator.comparingInt(each -> each.material().getSequence()))
                .collect(Collectors.groupingBy(
                        each -> String.valueOf(each.material().getModuleRef()),
                        () -> new TreeMap<>(ModuleOrder.INSTANCE),
                        Collectors.toUnmodifiableList()));
        return new Modules(courses.position(), byModule);
    }

    List<Placed> chosen(Choice choice) {
        Stream<Placed> chosen = switch (choice) {
            case Choice.OfSubmodule(String submodule) -> byModule.getOrDefault(submodule, List.of()).stream();
            case Choice.AllFrom all ->
                all.start()
                        .filter(byModule::containsKey)
                        .map(this::from)
                        .orElseGet(() -> byModule.values().stream())
                        .flatMap(List::stream);
        };
        return chosen.limit(SHORTS_MAX).toList();
    }

    /// And then round to the beginning.
    private Stream<List<Placed>> from(String start) {
        return Stream.concat(
                byModule.tailMap(start, true).values().stream(), byModule.headMap(start, false).values().stream());
    }
}
