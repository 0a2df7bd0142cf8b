package dev.playhead.query.projection;

import dev.playhead.query.record.EventValues;
import dev.playhead.query.record.UnreadableRecordException;
import dev.playhead.schemas.event.Audience;
import dev.playhead.schemas.id.Ids;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/// Records of the audience: of each material the latest is how it stands.
final class AudienceReader implements RecordReader {
    private final EventValues values;

    AudienceReader(EventValues values) {
        this.values = values;
    }

    @Override
    public Effect read(ConsumerRecord<byte[], byte[]> from) throws UnreadableRecordException {
        String material = material(from);
        return Effect.of(
                switch (values.of(from)) {
                    case null -> new Change.AudienceGone(material);
                    case Audience audience -> new Change.AudiencePut(material, checked(audience));
                    default -> throw new UnreadableRecordException("the value is no audience");
                });
    }

    private static String material(ConsumerRecord<byte[], byte[]> from) throws UnreadableRecordException {
        if (from.key() == null) {
            throw new UnreadableRecordException("there is no key");
        }
        String material = new String(from.key(), StandardCharsets.UTF_8);
        if (!Ids.isMaterial(material)) {
            throw new UnreadableRecordException("the key is no material");
        }
        return material;
    }

    private static Audience checked(Audience audience) throws UnreadableRecordException {
        if (audience.getViewers() < 0
                || audience.getCompletions() < 0
                || audience.getLikes() < 0
                || audience.getShares() < 0) {
            throw new UnreadableRecordException("a count is below zero");
        }
        return audience;
    }
}
