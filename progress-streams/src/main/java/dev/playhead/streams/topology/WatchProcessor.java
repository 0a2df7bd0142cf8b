package dev.playhead.streams.topology;

import dev.playhead.schemas.event.Heartbeat;
import dev.playhead.schemas.event.MaterialCompleted;
import dev.playhead.schemas.event.MaterialProgress;
import dev.playhead.schemas.id.ActivityPlace;
import dev.playhead.schemas.id.ProgressKey;
import dev.playhead.streams.progress.Fold;
import dev.playhead.streams.progress.WatchState;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads a student's state, has the fold advance it, writes it, and says what follows.
final class WatchProcessor implements Processor<String, SpecificRecord, String, SpecificRecord> {
    private static final Logger LOG = LoggerFactory.getLogger(WatchProcessor.class);

    private final Tally tally;
    private @Nullable Flow flow;
    private boolean hasSkipped;

    WatchProcessor(Tally tally) {
        this.tally = tally;
    }

    @Override
    public void init(ProcessorContext<String, SpecificRecord> context) {
        flow = new Flow(context, context.getStateStore(WatchStates.NAME));
    }

    @Override
    public void process(Record<String, SpecificRecord> activity) {
        if (flow == null) {
            throw new IllegalStateException("Not initialised");
        }
        if (activity.value() instanceof Heartbeat heartbeat) {
            watch(flow, activity, heartbeat);
        } else {
            skip(flow, activity.value());
        }
    }

    /// Everything is computed before the first write, so that nothing is half applied.
    private void watch(Flow flow, Record<String, SpecificRecord> activity, Heartbeat heartbeat) {
        String student = heartbeat.getStudentId();
        WatchKey key = new WatchKey(student, heartbeat.getMaterialId());
        WatchState stored = flow.states().get(key);
        WatchState before = stored == null ? WatchState.initial() : stored;
        WatchState after = Fold.advance(before, heartbeat);
        MaterialProgress progress = Announcements.progress(after, heartbeat);
        Optional<MaterialCompleted> completion = Announcements.completion(before, after, heartbeat);

        if (!after.equals(stored)) {
            flow.states().put(key, after);
        }
        String progressKey = new ProgressKey.OfMaterial(student, key.material()).text();
        flow.say(activity, progressKey, progress, ProgressTopology.PROGRESS);
        completion.ifPresent(completed -> flow.say(activity, student, completed, ProgressTopology.COMPLETIONS));
        tally.heartbeat();
        completion.ifPresent(completed -> tally.completion());
    }

    private void skip(Flow flow, @Nullable SpecificRecord value) {
        if (hasSkipped) {
            return;
        }
        hasSkipped = true;
        LOG.atWarn()
                .addKeyValue("event", value == null ? "none" : value.getSchema().getName())
                .addKeyValue("place", flow.place())
                .log("An activity of a kind that this release does not apply was passed over; said once a task");
    }

    /// What the context gave: the states, and the ways out.
    private record Flow(ProcessorContext<String, SpecificRecord> context, KeyValueStore<WatchKey, WatchState> states) {

        void say(Record<String, SpecificRecord> activity, String key, SpecificRecord value, String sink) {
            Record<String, SpecificRecord> said = new Record<>(key, value, activity.timestamp());
            place().writeTo(said.headers());
            context.forward(said, sink);
        }

        ActivityPlace place() {
            RecordMetadata activity = context.recordMetadata().orElseThrow();
            return new ActivityPlace(activity.partition(), activity.offset());
        }
    }
}
