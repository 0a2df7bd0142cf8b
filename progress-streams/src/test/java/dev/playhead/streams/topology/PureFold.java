package dev.playhead.streams.topology;

import dev.playhead.schemas.event.Heartbeat;
import dev.playhead.schemas.event.ResetProgress;
import dev.playhead.schemas.id.ActivityPlace;
import dev.playhead.streams.progress.Fold;
import dev.playhead.streams.progress.WatchState;
import dev.playhead.streams.progress.WatchStateFormat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/// What must have been said and stored of an activity: the fold alone, record by record, with no
/// topology around it. Of resets it knows those of a material; of courses nothing.
final class PureFold {
    private final Map<StudentKey, WatchState> states = new HashMap<>();
    private final List<String> progress = new ArrayList<>();
    private final List<String> completions = new ArrayList<>();

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
        if (record.value() instanceof Heartbeat heartbeat) {
            apply(record, heartbeat);
        } else {
            apply(record, (ResetProgress) record.value());
        }
    }

    private void apply(ConsumerRecord<String, SpecificRecord> record, Heartbeat heartbeat) {
        StudentKey key = new StudentKey(heartbeat.getStudentId(), heartbeat.getMaterialId());
        WatchState before = states.getOrDefault(key, WatchState.initial());
        WatchState after = Fold.advance(before, heartbeat);
        states.put(key, after);
        say(record, key, after.isUnwatched() ? null : Announcements.progress(key, after));
        if (after.isCompletedSince(before)) {
            completions.add(
                    text(place(record), key.student(), record.timestamp(), Announcements.completion(after, heartbeat)));
        }
    }

    private void apply(ConsumerRecord<String, SpecificRecord> record, ResetProgress reset) {
        StudentKey key = new StudentKey(reset.getStudentId(), String.valueOf(reset.getMaterialId()));
        states.put(key, states.getOrDefault(key, WatchState.initial()).reset(reset.getOccurredAt()));
        say(record, key, null);
    }

    private void say(ConsumerRecord<?, ?> record, StudentKey key, @Nullable SpecificRecord value) {
        progress.add(text(place(record), key.student() + "/" + key.item(), record.timestamp(), value));
    }

    private static ActivityPlace place(ConsumerRecord<?, ?> record) {
        return new ActivityPlace(record.partition(), record.offset());
    }
}
