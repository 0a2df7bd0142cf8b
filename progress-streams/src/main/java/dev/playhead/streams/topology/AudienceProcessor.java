package dev.playhead.streams.topology;

import dev.playhead.streams.audience.ContributionFormat;
import dev.playhead.streams.audience.Daily;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/// Says what the parts of a material's audience, as they were last told, are together. A part that is
/// told again as it was says nothing.
final class AudienceProcessor implements Processor<byte[], byte[], byte[], byte[]> {
    private final Function<SpecificRecord, byte[]> totals;
    private final Function<SpecificRecord, byte[]> days;
    private @Nullable ProcessorContext<byte[], byte[]> context;
    private @Nullable AudienceSums sums;

    /// @param totals how what is said of all time is written
    /// @param days how what is said of a day is written
    AudienceProcessor(Function<SpecificRecord, byte[]> totals, Function<SpecificRecord, byte[]> days) {
        this.totals = totals;
        this.days = days;
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> context) {
        this.context = context;
        this.sums = new AudienceSums(context.getStateStore(StateStores.AUDIENCE_SUMS));
    }

    @Override
    public void process(Record<byte[], byte[]> told) {
        if (sums == null) {
            throw new IllegalStateException("Not initialised");
        }
        PartKey part = PartKey.of(told.key());
        String material = part.material();
        AudienceSums.Changed changed = sums.put(part, ContributionFormat.read(told.value()));
        changed.total()
                .map(sum -> totals.apply(Announcements.audience(material, sum)))
                .ifPresent(value -> say(material, value, told.timestamp(), ProgressTopology.AUDIENCE));
        changed.days()
                .forEach((day, sum) -> say(
                        AudienceKeys.ofDay(material, day),
                        sum.equals(Daily.NONE) ? null : days.apply(Announcements.day(material, day, sum)),
                        told.timestamp(),
                        ProgressTopology.AUDIENCE_DAILY));
    }

    private void say(String key, byte @Nullable [] value, long timestamp, String sink) {
        if (context == null) {
            throw new IllegalStateException("Not initialised");
        }
        context.forward(new Record<>(key.getBytes(StandardCharsets.UTF_8), value, timestamp), sink);
    }
}
