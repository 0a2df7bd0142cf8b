package dev.playhead.schemas.topic;

import static dev.playhead.schemas.serde.Compatibility.BACKWARD;
import static dev.playhead.schemas.serde.Compatibility.FULL_TRANSITIVE;
import static dev.playhead.schemas.serde.SubjectNaming.TOPIC;
import static dev.playhead.schemas.serde.SubjectNaming.TOPIC_RECORD;
import static org.apache.kafka.common.config.TopicConfig.CLEANUP_POLICY_COMPACT;
import static org.apache.kafka.common.config.TopicConfig.CLEANUP_POLICY_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.CLEANUP_POLICY_DELETE;
import static org.apache.kafka.common.config.TopicConfig.DELETE_RETENTION_MS_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.MAX_MESSAGE_BYTES_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.MIN_COMPACTION_LAG_MS_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.RETENTION_MS_CONFIG;

import dev.playhead.schemas.event.Audience;
import dev.playhead.schemas.event.AudienceDay;
import dev.playhead.schemas.event.Course;
import dev.playhead.schemas.event.CourseCompleted;
import dev.playhead.schemas.event.CourseProgress;
import dev.playhead.schemas.event.Heartbeat;
import dev.playhead.schemas.event.MaterialCompleted;
import dev.playhead.schemas.event.MaterialProgress;
import dev.playhead.schemas.event.ResetProgress;
import dev.playhead.schemas.event.ShortInteraction;
import dev.playhead.schemas.event.ShortsSession;
import dev.playhead.schemas.serde.Compatibility;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/// All topics of an installation.
///
/// @param activity what students did and what was done about it, in one order: the source of truth
/// @param catalog the courses as they are now
/// @param progress where each student stands now
/// @param completions what was completed, for whoever wants to know
/// @param shortsSessions the sittings of students with shorts, for whoever wants to know
/// @param audienceParts how the students of each partition stand to it: the topology's own
/// @param audience how all students together stand to each material
/// @param audienceDaily what all students together did with it on each day
/// @param deadLetters what could not be read or applied, as it was received
public record Topics(
        Topic activity,
        Topic catalog,
        Topic progress,
        Topic completions,
        Topic shortsSessions,
        Topic audienceParts,
        Topic audience,
        Topic audienceDaily,
        Topic deadLetters) {
    private static final String FOR_GOOD = "-1";

    /// A reader that was away this long still learns of a reset.
    private static final Duration TOMBSTONES_KEPT = Duration.ofDays(30);

    /// So far may the adding up be behind.
    private static final Duration PARTS_KEPT = Duration.ofHours(6);

    /// The largest course, with room: the API takes a body of 1 MiB.
    public static final int COURSE_BYTES_MAX = 2 * 1024 * 1024;

    /// The largest record that a broker takes by default, with room for what is said about it.
    public static final int DEAD_LETTER_BYTES_MAX = 2 * 1024 * 1024;

    public static Topics of(TopicSettings settings) {
        return new Topics(
                activity(settings),
                catalog(settings),
                progress(settings),
                completions(settings),
                shortsSessions(settings),
                audienceParts(settings),
                audience(settings),
                audienceDaily(settings),
                deadLetters(settings));
    }

    public List<Topic> all() {
        return List.of(
                activity,
                catalog,
                progress,
                completions,
                shortsSessions,
                audienceParts,
                audience,
                audienceDaily,
                deadLetters);
    }

    private static Topic activity(TopicSettings settings) {
        return new Topic(
                settings.prefix() + "activity",
                settings.partitions(),
                Map.of(
                        CLEANUP_POLICY_CONFIG,
                        CLEANUP_POLICY_DELETE,
                        RETENTION_MS_CONFIG,
                        millisOrForGood(settings.activityRetention())),
                TOPIC_RECORD,
                events(Heartbeat.getClassSchema(), ShortInteraction.getClassSchema(), ResetProgress.getClassSchema()));
    }

    private static Topic catalog(TopicSettings settings) {
        return new Topic(
                settings.prefix() + "catalog",
                // One order over all courses, because a material belongs to one course only.
                1,
                Map.of(
                        CLEANUP_POLICY_CONFIG,
                        CLEANUP_POLICY_COMPACT,
                        MAX_MESSAGE_BYTES_CONFIG,
                        String.valueOf(COURSE_BYTES_MAX)),
                TOPIC_RECORD,
                Map.of(Course.getClassSchema(), BACKWARD));
    }

    private static Topic progress(TopicSettings settings) {
        return new Topic(
                settings.prefix() + "progress",
                settings.partitions(),
                compactedWithTombstones(),
                TOPIC_RECORD,
                Map.of(
                        MaterialProgress.getClassSchema(),
                        BACKWARD,
                        CourseProgress.getClassSchema(),
                        BACKWARD,
                        ShortsSession.getClassSchema(),
                        BACKWARD));
    }

    private static Topic completions(TopicSettings settings) {
        return new Topic(
                settings.prefix() + "completions",
                settings.partitions(),
                Map.of(CLEANUP_POLICY_CONFIG, CLEANUP_POLICY_DELETE, RETENTION_MS_CONFIG, FOR_GOOD),
                TOPIC_RECORD,
                events(MaterialCompleted.getClassSchema(), CourseCompleted.getClassSchema()));
    }

    private static Topic shortsSessions(TopicSettings settings) {
        return new Topic(
                settings.prefix() + "shorts-sessions",
                settings.partitions(),
                compactedWithTombstones(),
                TOPIC,
                Map.of(ShortsSession.getClassSchema(), BACKWARD));
    }

    /// Bytes that need no registry. The latest of a key is all that is wanted of it, once those before
    /// were read: each says of the days what changed since.
    private static Topic audienceParts(TopicSettings settings) {
        return new Topic(
                settings.prefix() + "audience-parts",
                settings.partitions(),
                Map.of(
                        CLEANUP_POLICY_CONFIG,
                        CLEANUP_POLICY_COMPACT,
                        MIN_COMPACTION_LAG_MS_CONFIG,
                        String.valueOf(PARTS_KEPT.toMillis())),
                TOPIC,
                Map.of());
    }

    private static Topic audience(TopicSettings settings) {
        return new Topic(
                settings.prefix() + "audience",
                settings.partitions(),
                Map.of(CLEANUP_POLICY_CONFIG, CLEANUP_POLICY_COMPACT),
                TOPIC,
                Map.of(Audience.getClassSchema(), BACKWARD));
    }

    private static Topic audienceDaily(TopicSettings settings) {
        return new Topic(
                settings.prefix() + "audience-daily",
                settings.partitions(),
                compactedWithTombstones(),
                TOPIC,
                Map.of(AudienceDay.getClassSchema(), BACKWARD));
    }

    private static Map<String, String> compactedWithTombstones() {
        return Map.of(
                CLEANUP_POLICY_CONFIG,
                CLEANUP_POLICY_COMPACT,
                DELETE_RETENTION_MS_CONFIG,
                String.valueOf(TOMBSTONES_KEPT.toMillis()));
    }

    private static Topic deadLetters(TopicSettings settings) {
        return new Topic(
                settings.prefix() + "dead-letters",
                // Few, and read by people: in one order.
                1,
                Map.of(
                        CLEANUP_POLICY_CONFIG,
                        CLEANUP_POLICY_DELETE,
                        RETENTION_MS_CONFIG,
                        FOR_GOOD,
                        MAX_MESSAGE_BYTES_CONFIG,
                        String.valueOf(DEAD_LETTER_BYTES_MAX)),
                TOPIC_RECORD,
                Map.of());
    }

    private static Map<Schema, Compatibility> events(Schema... schemas) {
        return Stream.of(schemas).collect(Collectors.toMap(Function.identity(), schema -> FULL_TRANSITIVE));
    }

    private static String millisOrForGood(@Nullable Duration retention) {
        return retention == null ? FOR_GOOD : String.valueOf(retention.toMillis());
    }
}
