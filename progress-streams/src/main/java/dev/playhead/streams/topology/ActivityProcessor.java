package dev.playhead.streams.topology;

import dev.playhead.schemas.event.Heartbeat;
import dev.playhead.schemas.event.ResetProgress;
import dev.playhead.schemas.event.ShortInteraction;
import dev.playhead.schemas.id.ActivityPlace;
import dev.playhead.schemas.id.DeadLetter;
import dev.playhead.schemas.id.DeadLetter.Reason;
import dev.playhead.streams.progress.StoredFormException;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/// Takes each activity to what it does, and that to the stores and the topics. All of it is known
/// before the first of it is stored or sent, so that a record which cannot be applied leaves no
/// trace but a dead letter, and the next one goes on.
final class ActivityProcessor implements Processor<byte[], byte[], byte[], byte[]> {
    private final Function<ProcessorContext<byte[], byte[]>, ActivityWork> work;
    private final Tally tally;
    private @Nullable ActivityWork its;
    private @Nullable ProcessorContext<byte[], byte[]> context;

    ActivityProcessor(Function<ProcessorContext<byte[], byte[]>, ActivityWork> work, Tally tally) {
        this.work = work;
        this.tally = tally;
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> context) {
        this.context = context;
        this.its = work.apply(context);
    }

    @Override
    public void process(Record<byte[], byte[]> received) {
        if (context == null || its == null) {
            throw new IllegalStateException("Not initialised");
        }
        RecordMetadata from = context.recordMetadata().orElseThrow();
        Done done = apply(its, received, from, context.currentSystemTimeMs());
        its.store();
        its.outbox().send(new ActivityPlace(from.partition(), from.offset()), received.timestamp(), context::forward);
        done.count(tally);
    }

    /// The engine may begin again with other stores: what was to be told of these is not theirs.
    @Override
    public void close() {
        if (its != null) {
            its.alarm().clear();
        }
    }

    private static Done apply(ActivityWork work, Record<byte[], byte[]> received, RecordMetadata from, long nowMs) {
        try {
            return apply(work, work.reader().read(received.key(), received.value()));
        } catch (Unusable e) {
            return setAside(work, received, from, nowMs, e);
        } catch (StreamsException | RetriableException | StoredFormException e) {
            // Not the record's fault: the engine stops, and tries again.
            work.clear();
            throw e;
        } catch (RuntimeException e) {
            return setAside(work, received, from, nowMs, new Unusable(Reason.FAILED, e.toString()));
        }
    }

    private static Done apply(ActivityWork work, SpecificRecord activity) {
        return switch (activity) {
            case Heartbeat heartbeat -> new Done.Folded(work.watching().apply(heartbeat));
            case ShortInteraction interaction -> {
                work.engaging().apply(interaction);
                yield new Done.Engaged();
            }
            case ResetProgress reset -> {
                work.resetting().apply(reset);
                yield new Done.Reset();
            }
            default -> throw new IllegalArgumentException("No activity is a " + activity.getSchema());
        };
    }

    private static Done setAside(
            ActivityWork work, Record<byte[], byte[]> received, RecordMetadata from, long nowMs, Unusable why) {
        work.clear();
        DeadLetter letter = DeadLetters.of(received, from, nowMs, why);
        DeadLetters.put(letter, received, work.outbox());
        return new Done.SetAside(letter.reason());
    }

    /// What came of a record.
    private sealed interface Done {
        record Folded(int completions) implements Done {}

        record Engaged() implements Done {}

        record Reset() implements Done {}

        record SetAside(Reason reason) implements Done {}

        default void count(Tally tally) {
            switch (this) {
                case Folded folded -> tally.heartbeat(folded.completions());
                case Engaged _ -> tally.interaction();
                case Reset _ -> tally.reset();
                case SetAside aside -> tally.deadLetter(aside.reason());
            }
        }
    }
}
