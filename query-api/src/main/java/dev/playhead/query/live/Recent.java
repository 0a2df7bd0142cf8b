package dev.playhead.query.live;

import dev.playhead.query.catalog.Courses;
import dev.playhead.schemas.id.ProgressKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The latest change of each of the materials that changed last, up to a bound: enough for whoever
/// was away for a moment. A later change of the same makes the earlier one superfluous, so a bound
/// on materials goes back further than one on changes.
final class Recent {
    private final int max;
    /// What changed longest ago first.
    private final SequencedMap<ProgressKey.OfMaterial, Update> latest = new LinkedHashMap<>();
    private final Map<String, List<Update>> byStudent = new HashMap<>();
    private Position complete = Position.NONE;

    Recent(int max) {
        this.max = max;
    }

    /// Forgets everything: what is added from now on begins there.
    void begin(Position at) {
        latest.clear();
        byStudent.clear();
        complete = at;
    }

    void add(Update update) {
        forget(latest.remove(update.key()));
        latest.put(update.key(), update);
        byStudent
                .computeIfAbsent(update.key().student(), student -> new ArrayList<>(1))
                .add(update);
        if (latest.size() > max) {
            Update eldest = latest.pollFirstEntry().getValue();
            forget(eldest);
            complete = complete.with(eldest.partition(), eldest.offset() + 1);
        }
    }

    /// Whether nothing since then was forgotten.
    boolean goesBackTo(Position position) {
        return position.next().entrySet().stream().allMatch(each -> each.getValue() >= complete.of(each.getKey()));
    }

    /// In the order of each partition.
    List<Update> since(Position position, Scope scope, Courses courses) {
        Stream<Update> candidates = switch (scope) {
            case Scope.OfStudent(String student) -> byStudent.getOrDefault(student, List.of()).stream();
            case Scope.OfCourse course -> latest.values().stream().filter(each -> scope.has(each.key(), courses));
        };
        return candidates.filter(each -> !each.isBefore(position)).toList();
    }

    int size() {
        return latest.size();
    }

    private void forget(@Nullable Update old) {
        if (old == null) {
            return;
        }
        byStudent.computeIfPresent(old.key().student(), (student, updates) -> {
            // By their place, which is told apart faster than all that an update says.
            updates.removeIf(each -> each.offset() == old.offset() && each.partition() == old.partition());
            return updates.isEmpty() ? null : updates;
        });
    }
}
