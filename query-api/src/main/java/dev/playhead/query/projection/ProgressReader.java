package dev.playhead.query.projection;

import dev.playhead.query.record.EventValues;
import dev.playhead.query.record.UnreadableRecordException;
import dev.playhead.schemas.event.CourseProgress;
import dev.playhead.schemas.event.MaterialProgress;
import dev.playhead.schemas.event.ShortsSession;
import dev.playhead.schemas.id.ActivityMarks;
import dev.playhead.schemas.id.ActivityPlace;
import dev.playhead.schemas.id.Ids;
import dev.playhead.schemas.id.ProgressKey;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/// Records of progress: of each key the latest is how it stands, as of the activity that its
/// headers name.
public final class ProgressReader implements RecordReader {
    private final EventValues values;

    public ProgressReader(EventValues values) {
        this.values = values;
    }

    /// What a record is about, without its value.
    public Heading heading(ConsumerRecord<byte[], byte[]> from) throws UnreadableRecordException {
        return new Heading(place(from), key(from.key()));
    }

    @Override
    public Effect read(ConsumerRecord<byte[], byte[]> from) throws UnreadableRecordException {
        ActivityPlace activity = place(from);
        ProgressKey key = key(from.key());
        @Nullable SpecificRecord value = values.of(from);
        // The last that follows from an activity says that all of it was seen.
        boolean isLast = !ActivityMarks.isMore(from.headers());
        return new Effect(
                isLast ? activity.offset() + 1 : activity.offset(),
                ActivityMarks.isDeadLetter(from.headers()) ? Optional.of(activity) : Optional.empty(),
                switch (key) {
                    case ProgressKey.OfMaterial material -> Optional.of(change(material, activity.offset(), value));
                    case ProgressKey.OfCourse course -> Optional.of(change(course, activity.offset(), value));
                    case ProgressKey.OfSession session -> Optional.of(change(session, activity.offset(), value));
                    case ProgressKey.OfStudent student -> ofStudent(value);
                });
    }

    private static ActivityPlace place(ConsumerRecord<byte[], byte[]> from) throws UnreadableRecordException {
        ActivityPlace place = ActivityPlace.of(from.headers())
                .orElseThrow(() -> new UnreadableRecordException("the headers name no activity"));
        if (place.partition() != from.partition()) {
            throw new UnreadableRecordException("the headers name an activity of another partition, " + place);
        }
        return place;
    }

    private static ProgressKey key(byte @Nullable [] key) throws UnreadableRecordException {
        if (key == null) {
            throw new UnreadableRecordException("there is no key");
        }
        try {
            return ProgressKey.parse(new String(key, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            throw new UnreadableRecordException("the key is not one of progress");
        }
    }

    private static Change change(ProgressKey.OfMaterial key, long activityOffset, @Nullable SpecificRecord value)
            throws UnreadableRecordException {
        if (!Ids.isStudent(key.student()) || !Ids.isMaterial(key.material())) {
            throw new UnreadableRecordException("the key is not one of progress");
        }
        return switch (value) {
            case null -> new Change.MaterialGone(key, activityOffset);
            case MaterialProgress progress -> new Change.MaterialPut(key, activityOffset, checked(progress));
            default -> throw new UnreadableRecordException("the value is no progress of a material");
        };
    }

    private static MaterialProgress checked(MaterialProgress progress) throws UnreadableRecordException {
        String course = progress.getCourseId();
        if (course != null && !Ids.isOther(course)) {
            throw new UnreadableRecordException("the course has no id of ours");
        }
        // What was liked unseen has no duration yet.
        long durationMsMin = progress.getBegun() ? 1 : 0;
        if (progress.getDurationMs() < durationMsMin || progress.getPositionMs() < 0 || progress.getFurthestMs() < 0) {
            throw new UnreadableRecordException("a position or duration is out of range");
        }
        return progress;
    }

    private static Change change(ProgressKey.OfCourse key, long activityOffset, @Nullable SpecificRecord value)
            throws UnreadableRecordException {
        if (!Ids.isStudent(key.student()) || !Ids.isOther(key.course())) {
            throw new UnreadableRecordException("the key is not one of progress");
        }
        return switch (value) {
            case null -> new Change.CourseGone(key, activityOffset);
            case CourseProgress progress -> new Change.CoursePut(key, activityOffset, progress);
            default -> throw new UnreadableRecordException("the value is no progress of a course");
        };
    }

    private static Change change(ProgressKey.OfSession key, long activityOffset, @Nullable SpecificRecord value)
            throws UnreadableRecordException {
        if (!Ids.isStudent(key.student())) {
            throw new UnreadableRecordException("the key is not one of progress");
        }
        return switch (value) {
            case null -> new Change.SessionGone(key, activityOffset);
            case ShortsSession session -> new Change.SessionPut(key, activityOffset, checked(key, session));
            default -> throw new UnreadableRecordException("the value is no session of shorts");
        };
    }

    private static ShortsSession checked(ProgressKey.OfSession key, ShortsSession session)
            throws UnreadableRecordException {
        if (session.getStartedAt() != key.startedAt() || session.getLastSeenAt() < session.getStartedAt()) {
            throw new UnreadableRecordException("the session's times are out of range");
        }
        if (!Ids.isMaterial(session.getCurrentMaterialId())) {
            throw new UnreadableRecordException("the current short has no id of ours");
        }
        return session;
    }

    /// It counts as seen, and says no more.
    private static Optional<Change> ofStudent(@Nullable SpecificRecord value) throws UnreadableRecordException {
        if (value != null) {
            throw new UnreadableRecordException("there is a value where none belongs");
        }
        return Optional.empty();
    }
}
