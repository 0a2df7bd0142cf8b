package dev.playhead.query.projection;

import dev.playhead.query.record.EventValues;
import dev.playhead.query.record.UnreadableRecordException;
import dev.playhead.schemas.event.Audience;
import dev.playhead.schemas.event.AudienceCurve;
import dev.playhead.schemas.id.Ids;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/// Records of the audience: of each material the latest is how it stands.
final class AudienceReader implements RecordReader {
    private static final int BUCKETS_MAX = 100;

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
                    case Audience audience -> new Change.AudiencePut(material, checked(material, audience));
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

    private static Audience checked(String material, Audience audience) throws UnreadableRecordException {
        if (!material.equals(audience.getMaterialId())) {
            throw new UnreadableRecordException("the key is another material than the value's");
        }
        Counts.check(
                audience.getViewers(),
                audience.getCompletions(),
                audience.getLikes(),
                audience.getShares(),
                audience.getViews(),
                audience.getWatchedMs(),
                audience.getFurthestBasisPoints());
        Set<Integer> known = new HashSet<>();
        for (AudienceCurve curve : audience.getCurves()) {
            check(curve);
            if (!known.add(curve.getBuckets())) {
                throw new UnreadableRecordException("there are two curves of " + curve.getBuckets() + " buckets");
            }
        }
        return audience;
    }

    private static void check(AudienceCurve curve) throws UnreadableRecordException {
        int buckets = curve.getBuckets();
        if (buckets < 1 || buckets > BUCKETS_MAX) {
            throw new UnreadableRecordException("a curve has " + buckets + " buckets");
        }
        for (List<Long> counts : List.of(curve.getRetention(), curve.getHeat(), curve.getExits())) {
            if (counts.size() != buckets) {
                throw new UnreadableRecordException(
                        "a curve of " + buckets + " buckets says something of " + counts.size());
            }
            Counts.check(counts);
        }
    }
}
