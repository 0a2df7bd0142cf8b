package dev.playhead.query.projection;

import dev.playhead.query.record.EventValues;
import dev.playhead.query.record.UnreadableRecordException;
import dev.playhead.schemas.event.AudienceDay;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/// Records of the daily audience: of each material and day the latest is how it stands.
final class AudienceDayReader implements RecordReader {
    private final EventValues values;

    AudienceDayReader(EventValues values) {
        this.values = values;
    }

    @Override
    public Effect read(ConsumerRecord<byte[], byte[]> from) throws UnreadableRecordException {
        if (from.key() == null) {
            throw new UnreadableRecordException("there is no key");
        }
        DayKey key = DayKey.parse(from.key());
        return Effect.of(
                switch (values.of(from)) {
                    case null -> new Change.DayGone(key);
                    case AudienceDay day -> new Change.DayPut(key, checked(key, day));
                    default -> throw new UnreadableRecordException("the value is no day of an audience");
                });
    }

    private static AudienceDay checked(DayKey key, AudienceDay day) throws UnreadableRecordException {
        if (!key.equals(new DayKey(day.getMaterialId(), day.getDay()))) {
            throw new UnreadableRecordException("the key is of another material or day than the value");
        }
        Counts.check(day.getViews(), day.getViewers(), day.getCompletions(), day.getWatchedMs());
        return day;
    }
}
