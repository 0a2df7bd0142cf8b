package dev.playhead.streams.topology;

import dev.playhead.schemas.id.ActivityMarks;
import dev.playhead.schemas.id.ActivityPlace;
import dev.playhead.schemas.id.ProgressKey;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/// What is said after one activity. It is written out as it is put in here and goes out when all
/// of it is known, or not at all.
final class Outbox {
    private final Values values;
    private final List<Said> progress = new ArrayList<>();
    private final List<Said> completions = new ArrayList<>();
    private final List<Said> deadLetters = new ArrayList<>();

    Outbox(Values values) {
        this.values = values;
    }

    /// @param state a `MaterialProgress` or a `CourseProgress`, as the key says
    void progress(ProgressKey key, SpecificRecord state) {
        addProgress(key, values.progress(state), headers -> {});
    }

    /// There is nothing, or nothing any more.
    void noProgress(ProgressKey key) {
        addProgress(key, null, headers -> {});
    }

    void noProgress(ProgressKey key, Consumer<Headers> marks) {
        addProgress(key, null, marks);
    }

    void completion(String student, SpecificRecord fact, CloudEvent event) {
        completions.add(new Said(student.getBytes(StandardCharsets.UTF_8), values.completion(fact), event::writeTo));
    }

    void deadLetter(byte @Nullable [] key, byte @Nullable [] value, Consumer<Headers> headers) {
        deadLetters.add(new Said(key, value, headers));
    }

    /// Who reads the last of an activity's progress has seen all of it; the others say that more
    /// is to come.
    void send(ActivityPlace place, long timestamp, Sender sender) {
        for (int i = 0; i < progress.size(); i++) {
            Record<byte[], byte[]> record = progress.get(i).record(timestamp);
            place.writeTo(record.headers());
            if (i < progress.size() - 1) {
                ActivityMarks.markMore(record.headers());
            }
            sender.send(record, ProgressTopology.PROGRESS);
        }
        for (Said completion : completions) {
            Record<byte[], byte[]> record = completion.record(timestamp);
            place.writeTo(record.headers());
            sender.send(record, ProgressTopology.COMPLETIONS);
        }
        // As received: where a dead letter was, its own headers say.
        deadLetters.forEach(letter -> sender.send(letter.record(timestamp), ProgressTopology.DEAD_LETTERS));
        clear();
    }

    void clear() {
        progress.clear();
        completions.clear();
        deadLetters.clear();
    }

    private void addProgress(ProgressKey key, byte @Nullable [] value, Consumer<Headers> headers) {
        progress.add(new Said(key.text().getBytes(StandardCharsets.UTF_8), value, headers));
    }

    /// The way out.
    interface Sender {
        void send(Record<byte[], byte[]> record, String sink);
    }

    private record Said(byte @Nullable [] key, byte @Nullable [] value, Consumer<Headers> marks) {

        Record<byte[], byte[]> record(long timestamp) {
            // Into its own headers: those that are given to it are copied.
            Record<byte[], byte[]> record = new Record<>(key, value, timestamp);
            marks.accept(record.headers());
            return record;
        }
    }
}
