package dev.playhead.streams.topology;

import dev.playhead.schemas.event.Audience;
import dev.playhead.streams.audience.Contribution;
import dev.playhead.streams.audience.ContributionFormat;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Function;
import org.apache.kafka.common.serialization.BytesSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/// Adds up what the parts of a material's audience were last told to be: the second of two steps. A
/// part that is told again as it was says nothing.
final class AudienceProcessor implements Processor<byte[], byte[], byte[], byte[]> {
    private final Function<Audience, byte[]> values;
    private @Nullable ProcessorContext<byte[], byte[]> context;
    private @Nullable KeyValueStore<Bytes, byte[]> parts;

    AudienceProcessor(Function<Audience, byte[]> values) {
        this.values = values;
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> context) {
        this.context = context;
        this.parts = context.getStateStore(StateStores.AUDIENCE_SUMS);
    }

    @Override
    public void process(Record<byte[], byte[]> told) {
        if (context == null || parts == null) {
            throw new IllegalStateException("Not initialised");
        }
        String material = PartKey.of(told.key()).material();
        Bytes key = Bytes.wrap(told.key());
        if (Arrays.equals(parts.get(key), told.value())) {
            return;
        }
        parts.put(key, told.value());
        byte[] audience = values.apply(Announcements.audience(material, sum(parts, material)));
        context.forward(new Record<>(material.getBytes(StandardCharsets.UTF_8), audience, told.timestamp()));
    }

    private static Contribution sum(KeyValueStore<Bytes, byte[]> parts, String material) {
        Contribution sum = Contribution.NONE;
        try (KeyValueIterator<Bytes, byte[]> all = parts.prefixScan(PartKey.prefix(material), new BytesSerializer())) {
            while (all.hasNext()) {
                sum = sum.plus(ContributionFormat.read(all.next().value));
            }
        }
        return sum;
    }
}
