package dev.playhead.streams.topology;

import dev.playhead.schemas.event.Heartbeat;
import dev.playhead.schemas.event.MaterialKind;
import dev.playhead.schemas.event.ResetProgress;
import dev.playhead.schemas.event.ShortInteraction;
import dev.playhead.schemas.id.ActivityPlace;
import dev.playhead.streams.audience.Contribution;
import dev.playhead.streams.audience.Contributions;
import dev.playhead.streams.progress.Fold;
import dev.playhead.streams.progress.WatchState;
import dev.playhead.streams.progress.WatchStateFormat;
import dev.playhead.streams.shorts.Session;
import dev.playhead.streams.shorts.Sight;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/// What must have been said and stored of an activity: the fold alone, record by record, with no
/// topology around it, and what follows from it. Of resets it knows those of a material; of courses
/// nothing.
final class PureFold {
    private final Map<StudentKey, WatchState> states = new HashMap<>();
    private final List<String> progress = new ArrayList<>();
    private final List<String> completions = new ArrayList<>();
    private final Map<String, List<Session>> sessions = new HashMap<>();

    private PureFold() {}

    static PureFold of(List<ConsumerRecord<String, SpecificRecord>> activity) {
        PureFold fold = new PureFold();
        activity.forEach(fold::apply);
        return fold;
    }

    List<String> progress() {
        return progress;
    }

    List<String> completions() {
        return completions;
    }

    /// By key, those that there are in the end.
    Map<String, SpecificRecord> sessions() {
        Map<String, SpecificRecord> said = new HashMap<>();
        sessions.forEach((student, its) -> its.forEach(
                session -> said.put(student + "/" + session.startedAt(), Announcements.session(student, session))));
        return said;
    }

    /// By material, in the end.
    Map<String, SpecificRecord> audience() {
        Map<String, SpecificRecord> said = new HashMap<>();
        sums().forEach((material, sum) -> said.put(material, Announcements.audience(material, sum.total())));
        return said;
    }

    /// By material and day, those on which something was done.
    Map<String, SpecificRecord> audienceDaily() {
        Map<String, SpecificRecord> said = new HashMap<>();
        sums().forEach((material, sum) -> sum.days()
                .forEach((day, its) ->
                        said.put(AudienceKeys.ofDay(material, day), Announcements.day(material, day, its))));
        return said;
    }

    private Map<String, Contribution> sums() {
        Map<String, Contribution> sums = new HashMap<>();
        states.forEach((key, state) -> sums.merge(key.item(), Contributions.of(state), Contributions::sum));
        return sums;
    }

    /// Key to state, both as hexadecimal digits.
    Map<String, String> stored() {
        Map<Bytes, byte[]> bytes = new HashMap<>();
        states.forEach((key, state) -> bytes.put(key.bytes(), WatchStateFormat.write(state)));
        return hex(bytes);
    }

    static Map<String, String> hex(Map<Bytes, byte[]> bytes) {
        HexFormat hex = HexFormat.of();
        return bytes.entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> hex.formatHex(entry.getKey().get()), entry -> hex.formatHex(entry.getValue())));
    }

    static String text(ActivityPlace place, String key, long timestamp, @Nullable SpecificRecord value) {
        return place + " " + key + " " + timestamp + " " + value;
    }

    private void apply(ConsumerRecord<String, SpecificRecord> record) {
        switch (record.value()) {
            case Heartbeat heartbeat -> apply(record, heartbeat);
            case ShortInteraction interaction -> apply(record, interaction);
            case SpecificRecord reset -> apply(record, (ResetProgress) reset);
        }
    }

    private void apply(ConsumerRecord<String, SpecificRecord> record, Heartbeat heartbeat) {
        StudentKey key = new StudentKey(heartbeat.getStudentId(), heartbeat.getMaterialId());
        WatchState before = states.getOrDefault(key, WatchState.initial());
        WatchState after = Fold.advance(before, heartbeat);
        states.put(key, after);
        say(record, key, after);
        sitDown(heartbeat, before, after);
        if (after.isCompletedSince(before)) {
            completions.add(
                    text(place(record), key.student(), record.timestamp(), Announcements.completion(after, heartbeat)));
        }
    }

    private void apply(ConsumerRecord<String, SpecificRecord> record, ShortInteraction interaction) {
        StudentKey key = new StudentKey(interaction.getStudentId(), interaction.getMaterialId());
        WatchState after = Fold.advance(states.getOrDefault(key, WatchState.initial()), interaction);
        states.put(key, after);
        say(record, key, after);
    }

    private void sitDown(Heartbeat heartbeat, WatchState before, WatchState after) {
        if (heartbeat.getKind() == MaterialKind.SHORT && !before.marker().isBehind(heartbeat.getOccurredAt())) {
            List<Session> its = sessions.computeIfAbsent(heartbeat.getStudentId(), _ -> new ArrayList<>());
            List<Session> near = its.stream()
                    .filter(session -> session.isNear(heartbeat.getOccurredAt()))
                    .toList();
            its.removeAll(near);
            its.add(Session.of(near, Sight.of(heartbeat, before, after)));
        }
    }

    private void apply(ConsumerRecord<String, SpecificRecord> record, ResetProgress reset) {
        StudentKey key = new StudentKey(reset.getStudentId(), String.valueOf(reset.getMaterialId()));
        states.put(key, states.getOrDefault(key, WatchState.initial()).reset(reset.getOccurredAt()));
        sessions.computeIfPresent(
                key.student(),
                (_, its) -> new ArrayList<>(its.stream()
                        .flatMap(session -> session.without(Set.of(key.item())).stream())
                        .toList()));
        say(record, key, WatchState.initial());
    }

    private void say(ConsumerRecord<?, ?> record, StudentKey key, WatchState state) {
        SpecificRecord value = state.isUntouched() ? null : Announcements.progress(key, state);
        progress.add(text(place(record), key.student() + "/" + key.item(), record.timestamp(), value));
    }

    private static ActivityPlace place(ConsumerRecord<?, ?> record) {
        return new ActivityPlace(record.partition(), record.offset());
    }
}
