package dev.playhead.streams.shorts;

import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// A student's sitting with shorts, over modules and devices: what lies no more than 30 min from
/// the next, by event time. So it does not depend on the order in which heartbeats come; one that
/// comes late can begin a sitting earlier, and make two one.
///
/// There are at most [#SHORTS_MAX] shorts in it. Of more, those that were seen longest ago are no
/// longer counted: a sitting that long is no student's.
///
/// @param startedAt event time of its first heartbeat
/// @param lastSeenAt event time of its latest
/// @param shorts what was done with each, by its id; there is at least one
public record Session(long startedAt, long lastSeenAt, SortedMap<String, SeenShort> shorts) {
    public static final long SILENCE_MS = Duration.ofMinutes(30).toMillis();
    static final int SHORTS_MAX = 2_000;

    private static final Comparator<Map.Entry<String, SeenShort>> BY_LAST_SEEN = Comparator.comparingLong(
                    (Map.Entry<String, SeenShort> each) -> each.getValue().lastAt())
            .thenComparing(Map.Entry::getKey);

    public Session {
        if (shorts.isEmpty()) {
            throw new IllegalArgumentException("A session without a short");
        }
        shorts = Collections.unmodifiableSortedMap(new TreeMap<>(shorts));
    }

    /// The session in which a heartbeat falls, with it.
    ///
    /// @param near those that it is near to, the earliest first: with it, they are one
    public static Session of(Collection<Session> near, Sight sight) {
        SortedMap<String, SeenShort> shorts = new TreeMap<>();
        long startedAt = sight.at();
        long lastSeenAt = sight.at();
        for (Session session : near) {
            session.shorts.forEach((material, seen) -> shorts.merge(material, seen, SeenShort::and));
            startedAt = Math.min(startedAt, session.startedAt);
            lastSeenAt = Math.max(lastSeenAt, session.lastSeenAt);
        }
        SeenShort known = shorts.get(sight.material());
        shorts.put(sight.material(), known == null ? SeenShort.of(sight) : known.with(sight));
        while (shorts.size() > SHORTS_MAX) {
            shorts.remove(Collections.min(shorts.entrySet(), BY_LAST_SEEN).getKey());
        }
        return new Session(startedAt, lastSeenAt, shorts);
    }

    /// Whether what occurred then is of this session.
    public boolean isNear(long at) {
        return startedAt <= at + SILENCE_MS && lastSeenAt >= at - SILENCE_MS;
    }

    /// What is left without some shorts. It stays one session, though what is left may lie apart.
    ///
    /// @return empty where nothing is left
    public Optional<Session> without(Set<String> materials) {
        if (Collections.disjoint(shorts.keySet(), materials)) {
            return Optional.of(this);
        }
        SortedMap<String, SeenShort> rest = shorts.entrySet().stream()
                .filter(each -> !materials.contains(each.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, SeenShort::and, TreeMap::new));
        return rest.isEmpty() ? Optional.empty() : Optional.of(of(rest));
    }

    /// The short that was seen last.
    public String current() {
        return Collections.max(shorts.entrySet(), BY_LAST_SEEN).getKey();
    }

    public int completed() {
        return (int) shorts.values().stream().filter(SeenShort::isCompleted).count();
    }

    public int swipesUp() {
        return shorts.values().stream().mapToInt(seen -> seen.swipes().up()).sum();
    }

    public int swipesDown() {
        return shorts.values().stream().mapToInt(seen -> seen.swipes().down()).sum();
    }

    public long watchedMs() {
        return shorts.values().stream().mapToLong(SeenShort::watchedMs).sum();
    }

    private static Session of(SortedMap<String, SeenShort> shorts) {
        return new Session(
                shorts.values().stream().mapToLong(SeenShort::firstAt).min().orElseThrow(),
                shorts.values().stream().mapToLong(SeenShort::lastAt).max().orElseThrow(),
                shorts);
    }
}
