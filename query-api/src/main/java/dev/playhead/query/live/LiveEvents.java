package dev.playhead.query.live;

import dev.playhead.query.catalog.Catalog;
import dev.playhead.query.catalog.Courses;
import dev.playhead.query.progress.Standing;
import dev.playhead.query.progress.VideoStatus;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// States into what clients are told: of published materials alone, as every other read.
final class LiveEvents {
    private final Catalog catalog;
    private final LiveIds ids;

    LiveEvents(Catalog catalog, LiveIds ids) {
        this.catalog = catalog;
        this.ids = ids;
    }

    String id(Scope scope, Position position) {
        return ids.text(scope, position);
    }

    List<LiveEvent> ofRows(List<State> states) {
        Courses courses = catalog.now();
        return states.stream().flatMap(state -> event(state, courses, null)).toList();
    }

    /// @param areResumable whether a client can go on from each of them
    List<LiveEvent> of(Scope scope, List<LiveStream.Step> steps, boolean areResumable) {
        Courses courses = catalog.now();
        return steps.stream()
                .flatMap(step -> event(step.state(), courses, areResumable ? id(scope, step.after()) : null))
                .toList();
    }

    private static Stream<LiveEvent> event(State state, Courses courses, @Nullable String id) {
        return courses.published(state.key().material()).stream().map(placed -> {
            Standing standing =
                    Optional.ofNullable(state.standing()).orElseGet(() -> Standing.neverWatched(placed.material()));
            return new LiveEvent(state.key(), VideoStatus.of(standing), state.standing() == null, id);
        });
    }
}
