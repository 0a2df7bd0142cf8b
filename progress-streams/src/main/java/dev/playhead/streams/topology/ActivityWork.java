package dev.playhead.streams.topology;

import dev.playhead.streams.audience.ContributionFormat;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/// What a task works with, wired together.
record ActivityWork(
        ActivityReader reader,
        Watching watching,
        Engaging engaging,
        Resetting resetting,
        Ledger ledger,
        SessionStore sessions,
        Outbox outbox,
        Alarm alarm) {

    /// @param edition of the catalog
    static ActivityWork of(ProcessorContext<byte[], byte[]> context, Values values, AtomicLong edition) {
        KeyValueStore<Bytes, byte[]> watchStates = context.getStateStore(StateStores.WATCH_STATES);
        Alarm alarm = new Alarm(context);
        Ledger ledger = new Ledger(
                watchStates,
                context.getStateStore(StateStores.COURSE_STATES),
                new Outlines(context.getStateStore(StateStores.COURSES), edition),
                audience(context, watchStates, alarm));
        Outbox outbox = new Outbox(values);
        SessionStore sessions = new SessionStore(context.getStateStore(StateStores.SHORTS_SESSIONS));
        CourseWork courses = new CourseWork(ledger, outbox);
        ShortsWork shorts = new ShortsWork(sessions, outbox);
        return new ActivityWork(
                new ActivityReader(values),
                new Watching(ledger, outbox, courses, shorts),
                new Engaging(ledger, outbox),
                new Resetting(ledger, outbox, courses, shorts),
                ledger,
                sessions,
                outbox,
                alarm);
    }

    void store() {
        ledger.store();
        sessions.store();
    }

    /// Forgets what was begun.
    void clear() {
        ledger.clear();
        sessions.clear();
        outbox.clear();
    }

    private static AudienceParts audience(
            ProcessorContext<byte[], byte[]> context, KeyValueStore<Bytes, byte[]> watchStates, Alarm alarm) {
        int part = context.taskId().partition();
        AudienceParts parts = new AudienceParts(
                context.getStateStore(StateStores.AUDIENCE_PARTS),
                context::currentSystemTimeMs,
                alarm::ask,
                (material, sum, nowMs) -> context.forward(
                        new Record<>(new PartKey(material, part).bytes(), ContributionFormat.write(sum), nowMs),
                        ProgressTopology.AUDIENCE_PARTS));
        parts.begin(watchStates);
        return parts;
    }
}
