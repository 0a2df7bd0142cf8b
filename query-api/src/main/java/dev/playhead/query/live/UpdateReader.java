package dev.playhead.query.live;

import dev.playhead.query.progress.Standing;
import dev.playhead.query.projection.Change;
import dev.playhead.query.projection.Heading;
import dev.playhead.query.projection.ProgressReader;
import dev.playhead.query.record.EventValues;
import dev.playhead.query.record.UnreadableRecordException;
import dev.playhead.schemas.event.MaterialProgress;
import dev.playhead.schemas.id.ActivityPlace;
import dev.playhead.schemas.id.ProgressKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/// Records of progress into what streams tell. What cannot be read is passed over without a word:
/// the projection reads the same records, and says so.
final class UpdateReader {
    private static final int FIRST_ATTEMPT = 1;

    private final ProgressReader reader;
    private final Map<Integer, Long> activitySeen = new HashMap<>();

    UpdateReader(EventValues values) {
        this.reader = new ProgressReader(values);
    }

    List<Update> read(ConsumerRecords<byte[], byte[]> records) {
        List<Update> updates = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> each : records) {
            try {
                Heading heading = reader.heading(each);
                if (movesOn(heading.activity()) && heading.about() instanceof ProgressKey.OfMaterial material) {
                    updates.add(new Update(material, () -> state(each), each.partition(), each.offset()));
                }
            } catch (UnreadableRecordException e) {
                continue;
            }
        }
        return updates;
    }

    /// A student's log is in order, unless all of it is being folded again: then what follows from
    /// an older activity is old, as it is for the rows.
    private boolean movesOn(ActivityPlace activity) {
        return activitySeen.merge(activity.partition(), activity.offset(), Math::max) == activity.offset();
    }

    private Optional<State> state(ConsumerRecord<byte[], byte[]> record) {
        try {
            return reader.read(record).change().flatMap(UpdateReader::state);
        } catch (UnreadableRecordException e) {
            return Optional.empty();
        }
    }

    private static Optional<State> state(Change change) {
        return switch (change) {
            case Change.MaterialPut put
            when put.value().getBegun() -> Optional.of(new State(put.key(), standing(put.value())));
            case Change.MaterialPut unseen -> ofUnseen(unseen);
            case Change.MaterialGone gone -> Optional.of(new State(gone.key(), null));
            case Change other -> Optional.empty();
        };
    }

    /// That it is liked, or was shared, is told to nobody. But of one that was reset this may be the
    /// last that is said, and then it tells the reset.
    private static Optional<State> ofUnseen(Change.MaterialPut put) {
        return put.value().getAttempt() == FIRST_ATTEMPT ? Optional.empty() : Optional.of(new State(put.key(), null));
    }

    private static Standing standing(MaterialProgress value) {
        return new Standing(
                value.getPositionMs(),
                value.getFurthestMs(),
                value.getDurationMs(),
                value.getWatchedMs(),
                value.getLastWatchedAt(),
                value.getCompletedAt(),
                value.getAttempt());
    }
}
