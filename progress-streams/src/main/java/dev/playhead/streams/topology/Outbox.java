package dev.playhead.streams.topology;

import dev.playhead.schemas.event.ShortsSession;
import dev.playhead.schemas.id.ActivityMarks;
import dev.playhead.schemas.id.ActivityPlace;
import dev.playhead.schemas.id.ProgressKey;
import dev.playhead.streams.progress.WatchState;
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
    private final List<Said> sessions = new ArrayList<>();
    private final List<Said> deadLetters = new ArrayList<>();

    Outbox(Values values) {
        this.values = values;
    }

    /// Where a student stands in a material, or that nothing was done with it in this attempt. Said
    /// after every activity, one that changed nothing included, so that a reader can tell whether it
    /// was seen. What was shared or unliked unseen is said as not begun: that there is nothing is
    /// what a reset says.
    void material(StudentKey key, WatchState state) {
        ProgressKey progress = new ProgressKey.OfMaterial(key.student(), key.item());
        if (state.isUntouched()) {
            noProgress(progress);
        } else {
            progress(progress, Announcements.progress(key, state));
        }
    }

    /// A session with shorts: as progress, for who follows a student's log, and by itself, for who
    /// wants sessions.
    void session(ProgressKey.OfSession key, ShortsSession session) {
        progress(key, session);
        sessions.add(said(key, values.shortsSession(session)));
    }

    /// It became another's, or there is nothing left of it.
    void noSession(ProgressKey.OfSession key) {
        noProgress(key);
        sessions.add(said(key, null));
    }

    /// @param state as the key says
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
            Record<byte[], byte[]> record = progress.get(i).record(timestamp, place);
            if (i < progress.size() - 1) {
                ActivityMarks.markMore(record.headers());
            }
            sender.send(record, ProgressTopology.PROGRESS);
        }
        completions.forEach(each -> sender.send(each.record(timestamp, place), ProgressTopology.COMPLETIONS));
        sessions.forEach(each -> sender.send(each.record(timestamp, place), ProgressTopology.SHORTS_SESSIONS));
        // As received: where a dead letter was, its own headers say.
        deadLetters.forEach(letter -> sender.send(letter.record(timestamp), ProgressTopology.DEAD_LETTERS));
        clear();
    }

    void clear() {
        progress.clear();
        completions.clear();
        sessions.clear();
        deadLetters.clear();
    }

    private void addProgress(ProgressKey key, byte @Nullable [] value, Consumer<Headers> headers) {
        progress.add(new Said(key.text().getBytes(StandardCharsets.UTF_8), value, headers));
    }

    private static Said said(ProgressKey.OfSession key, byte @Nullable [] value) {
        String text = key.student() + "/" + key.startedAt();
        return new Said(text.getBytes(StandardCharsets.UTF_8), value, headers -> {});
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

        /// With the activity that it follows from.
        Record<byte[], byte[]> record(long timestamp, ActivityPlace place) {
            Record<byte[], byte[]> record = record(timestamp);
            place.writeTo(record.headers());
            return record;
        }
    }
}
