package dev.playhead.streams.shorts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A student's sessions, one heartbeat after the other.
final class Sittings {
    private List<Session> sessions = new ArrayList<>();

    static Sittings of(List<Sight> sights) {
        Sittings sittings = new Sittings();
        sights.forEach(sittings::take);
        return sittings;
    }

    void take(Sight sight) {
        List<Session> near =
                sessions.stream().filter(session -> session.isNear(sight.at())).toList();
        sessions.removeAll(near);
        sessions.add(Session.of(near, sight));
    }

    void takeOut(Set<String> materials) {
        sessions = new ArrayList<>(sessions.stream()
                .map(session -> session.without(materials))
                .flatMap(Optional::stream)
                .toList());
    }

    List<Session> all() {
        return sessions.stream()
                .sorted(Comparator.comparingLong(Session::startedAt))
                .toList();
    }
}
