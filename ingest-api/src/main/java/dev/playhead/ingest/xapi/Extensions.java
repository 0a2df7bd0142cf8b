package dev.playhead.ingest.xapi;

import dev.playhead.ingest.input.Fields;
import dev.playhead.ingest.input.Seconds;
import dev.playhead.schemas.id.Ids;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The profile's extensions of a statement. Players do not agree where each belongs, so the first
/// place that has one counts: the result, the context, the object's definition.
final class Extensions {
    private static final String EXTENSIONS = "extensions";

    private final List<Fields> places;

    Extensions(Fields statement) {
        places = List.of(
                statement.within("result").within(EXTENSIONS),
                statement.within("context").within(EXTENSIONS),
                statement.within("object").within("definition").within(EXTENSIONS));
    }

    boolean has(String name) {
        return places.stream().anyMatch(place -> place.has(name));
    }

    void require(String name) {
        at(name).require(name);
    }

    void wrong(String name, String message) {
        at(name).noteAt(name).wrong(message);
    }

    /// Milliseconds of a number of seconds; null where there is none, or where it is wrong and that is noted.
    @Nullable Long ms(String name) {
        BigDecimal seconds = at(name).number(name, BigDecimal.ZERO, Seconds.MAX);
        return seconds == null ? null : Seconds.toMs(seconds);
    }

    @Nullable String id(String name) {
        return at(name).matching(name, Ids::isOther, Ids.OTHER_RULE);
    }

    private Fields at(String name) {
        return places.stream().filter(place -> place.has(name)).findFirst().orElse(places.getFirst());
    }
}
