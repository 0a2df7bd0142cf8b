package dev.playhead.streams.topology;

import dev.playhead.schemas.event.Audience;
import dev.playhead.schemas.event.Heartbeat;
import dev.playhead.schemas.event.InteractionKind;
import dev.playhead.schemas.event.ResetProgress;
import dev.playhead.schemas.event.ShortInteraction;
import dev.playhead.schemas.event.ShortsSession;
import dev.playhead.schemas.event.Swipe;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/// What must be said of sessions and audiences, found by keeping all that students do and counting
/// it anew.
final class ShortsByHand {
    private static final long SILENCE_MS = 30 * 60_000;

    /// Each student's, each as the heartbeats in it.
    private final Map<String, List<List<Heartbeat>>> sessions = new HashMap<>();
    private final List<ShortInteraction> interactions = new ArrayList<>();
    /// By student and material, when it was reset last.
    private final Map<String, Long> resets = new HashMap<>();

    /// Of a log in its order, in which all resets are of one material.
    static ShortsByHand of(List<ConsumerRecord<String, SpecificRecord>> activity) {
        ShortsByHand byHand = new ShortsByHand();
        for (ConsumerRecord<String, SpecificRecord> each : activity) {
            switch (each.value()) {
                case Heartbeat heartbeat -> byHand.take(heartbeat);
                case ShortInteraction interaction -> byHand.take(interaction);
                case SpecificRecord other -> {
                    ResetProgress reset = (ResetProgress) other;
                    byHand.reset(
                            reset.getStudentId(),
                            List.of(String.valueOf(reset.getMaterialId())),
                            reset.getOccurredAt());
                }
            }
        }
        return byHand;
    }

    void take(Heartbeat heartbeat) {
        if (isBehind(heartbeat.getStudentId(), heartbeat.getMaterialId(), heartbeat.getOccurredAt())) {
            return;
        }
        List<List<Heartbeat>> its = sessions.computeIfAbsent(heartbeat.getStudentId(), _ -> new ArrayList<>());
        List<Heartbeat> session = new ArrayList<>(List.of(heartbeat));
        its.removeIf(other -> {
            boolean isNear = first(other) <= heartbeat.getOccurredAt() + SILENCE_MS
                    && last(other) >= heartbeat.getOccurredAt() - SILENCE_MS;
            return isNear && session.addAll(other);
        });
        its.add(session);
    }

    void take(ShortInteraction interaction) {
        if (!isBehind(interaction.getStudentId(), interaction.getMaterialId(), interaction.getOccurredAt())) {
            interactions.add(interaction);
        }
    }

    void reset(String student, List<String> materials, long at) {
        materials.forEach(material -> resets.merge(student + "/" + material, at, Math::max));
        sessions.getOrDefault(student, List.of())
                .forEach(session -> session.removeIf(heartbeat -> materials.contains(heartbeat.getMaterialId())));
        sessions.getOrDefault(student, new ArrayList<>()).removeIf(List::isEmpty);
        interactions.removeIf(each -> each.getStudentId().equals(student) && materials.contains(each.getMaterialId()));
    }

    /// Who watched it and what else they did with it; what was watched of it is not known here.
    Audience audience(String material) {
        Map<String, List<ShortInteraction>> likes = new HashMap<>();
        interactions(material, kind -> kind != InteractionKind.SHARE)
                .forEach(each -> likes.computeIfAbsent(each.getStudentId(), _ -> new ArrayList<>())
                        .add(each));
        return new Audience(
                material,
                students(material, _ -> true),
                students(material, ShortsByHand::isCompleting),
                likes.values().stream().filter(ShortsByHand::isLiked).count(),
                interactions(material, kind -> kind == InteractionKind.SHARE)
                        .map(ShortInteraction::getEventId)
                        .distinct()
                        .count(),
                0L,
                0L,
                0L,
                List.of());
    }

    /// By key; what was watched in each is not known here.
    Map<String, SpecificRecord> sessions() {
        Map<String, SpecificRecord> said = new TreeMap<>();
        sessions.forEach((student, all) -> all.forEach(session -> said.put(
                student + "/" + first(session),
                new ShortsSession(
                        student,
                        first(session),
                        last(session),
                        count(session, _ -> true, Heartbeat::getMaterialId),
                        count(session, ShortsByHand::isCompleting, Heartbeat::getMaterialId),
                        count(session, each -> each.getSwipe() == Swipe.UP, Heartbeat::getEventId),
                        count(session, each -> each.getSwipe() == Swipe.DOWN, Heartbeat::getEventId),
                        0L,
                        session.stream()
                                .max(Comparator.comparingLong(Heartbeat::getOccurredAt)
                                        .thenComparing(Heartbeat::getMaterialId))
                                .orElseThrow()
                                .getMaterialId()))));
        return said;
    }

    private boolean isBehind(String student, String material, long at) {
        return at <= resets.getOrDefault(student + "/" + material, 0L);
    }

    private long students(String material, Predicate<Heartbeat> counted) {
        return sessions.values().stream()
                .filter(all -> all.stream()
                        .flatMap(List::stream)
                        .anyMatch(each -> each.getMaterialId().equals(material) && counted.test(each)))
                .count();
    }

    private Stream<ShortInteraction> interactions(String material, Predicate<InteractionKind> kinds) {
        return interactions.stream()
                .filter(each -> each.getMaterialId().equals(material) && kinds.test(each.getKind()));
    }

    private static boolean isLiked(List<ShortInteraction> likes) {
        long last =
                likes.stream().mapToLong(ShortInteraction::getOccurredAt).max().orElseThrow();
        return likes.stream().anyMatch(each -> each.getOccurredAt() == last && each.getKind() == InteractionKind.LIKE);
    }

    private static boolean isCompleting(Heartbeat heartbeat) {
        return heartbeat.getPositionMs() * 100 >= heartbeat.getDurationMs() * heartbeat.getCompletionThreshold();
    }

    private static int count(
            List<Heartbeat> session, Predicate<Heartbeat> counted, Function<Heartbeat, String> distinct) {
        return (int) session.stream().filter(counted).map(distinct).distinct().count();
    }

    private static long first(List<Heartbeat> session) {
        return session.stream().mapToLong(Heartbeat::getOccurredAt).min().orElseThrow();
    }

    private static long last(List<Heartbeat> session) {
        return session.stream().mapToLong(Heartbeat::getOccurredAt).max().orElseThrow();
    }
}
