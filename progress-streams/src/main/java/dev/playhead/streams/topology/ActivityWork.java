package dev.playhead.streams.topology;

import org.apache.kafka.streams.processor.api.ProcessorContext;

/// What a task works with, wired together.
record ActivityWork(ActivityReader reader, Watching watching, Resetting resetting, Ledger ledger, Outbox outbox) {

    static ActivityWork of(ProcessorContext<?, ?> context, Values values) {
        Ledger ledger = new Ledger(
                context.getStateStore(StateStores.WATCH_STATES),
                context.getStateStore(StateStores.COURSE_STATES),
                new Outlines(context.getStateStore(StateStores.COURSES)));
        Outbox outbox = new Outbox(values);
        CourseWork courses = new CourseWork(ledger, outbox);
        return new ActivityWork(
                new ActivityReader(values),
                new Watching(ledger, outbox, courses),
                new Resetting(ledger, outbox, courses),
                ledger,
                outbox);
    }

    /// Forgets what was begun.
    void clear() {
        ledger.clear();
        outbox.clear();
    }
}
