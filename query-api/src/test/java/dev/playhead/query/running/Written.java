package dev.playhead.query.running;

import dev.playhead.schemas.event.Audience;
import dev.playhead.schemas.event.AudienceDay;
import dev.playhead.schemas.event.Course;
import dev.playhead.schemas.event.CourseProgress;
import dev.playhead.schemas.event.MaterialKind;
import dev.playhead.schemas.event.MaterialProgress;
import dev.playhead.schemas.event.MaterialShare;
import dev.playhead.schemas.event.ShortsSession;
import dev.playhead.schemas.id.ActivityMarks;
import dev.playhead.schemas.id.ActivityPlace;
import dev.playhead.schemas.id.DeadLetter;
import dev.playhead.schemas.id.ProgressKey;
import dev.playhead.schemas.id.WriteToken;
import dev.playhead.schemas.serde.AvroDeserializer;
import dev.playhead.schemas.serde.AvroSerializer;
import dev.playhead.schemas.serde.EventSerde;
import dev.playhead.schemas.serde.SubjectNaming;
import dev.playhead.schemas.topic.Topic;
import dev.playhead.schemas.topic.TopicSettings;
import dev.playhead.schemas.topic.Topics;
import dev.playhead.schemas.topic.TopicsOnCluster;
import dev.playhead.testing.stack.Sandbox;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/// Stands in for the other two services: writes what they write. Each record of progress is said
/// to follow from the next activity of its partition, unless told otherwise.
public final class Written implements AutoCloseable {
    /// When everything was watched that does not say.
    public static final Instant WATCHED = Instant.parse("2026-11-21T08:00:00Z");

    private final Topics topics;
    private final Map<SubjectNaming, Serializer<SpecificRecord>> values = new EnumMap<>(SubjectNaming.class);
    private final Producer<byte[], byte[]> producer;
    private final Map<Integer, Long> nextActivity = new HashMap<>();

    public Written(Sandbox sandbox) {
        this(sandbox, sandbox.bootstrapServers());
    }

    public Written(Sandbox sandbox, String bootstrapServers) {
        TopicSettings settings = new TopicSettings(sandbox.topicPrefix(), QueryService.PARTITIONS, null, null);
        topics = Topics.of(settings);
        Map<String, Object> registry = Map.of("schema.registry.url", sandbox.registryUrl());
        for (SubjectNaming naming : SubjectNaming.values()) {
            values.put(
                    naming,
                    EventSerde.of(AvroSerializer.class.getName(), AvroDeserializer.class.getName(), naming, registry)
                            .serializer());
        }
        Map<String, Object> broker = Map.of("bootstrap.servers", bootstrapServers);
        try (Admin admin = Admin.create(broker)) {
            TopicsOnCluster.ensure(admin, topics.all(), null);
        }
        producer = new KafkaProducer<>(broker, new ByteArraySerializer(), new ByteArraySerializer());
    }

    public static MaterialProgress.Builder progress(String student, String video) {
        return MaterialProgress.newBuilder()
                .setStudentId(student)
                .setMaterialId(video)
                .setCourseId("demo")
                .setKind(MaterialKind.VIDEO)
                .setPositionMs(0)
                .setFurthestMs(0)
                .setDurationMs(600_000)
                .setWatchedMs(0)
                .setFirstWatchedAt(WATCHED.toEpochMilli())
                .setLastWatchedAt(WATCHED.toEpochMilli())
                .setAttempt(1);
    }

    /// At a position that is the furthest too.
    public static MaterialProgress at(String student, String video, long positionMs) {
        return progress(student, video)
                .setPositionMs(positionMs)
                .setFurthestMs(positionMs)
                .build();
    }

    /// Of a course with two materials, of which so many are completed.
    public static CourseProgress.Builder courseProgress(String student, String course, int completed) {
        return CourseProgress.newBuilder()
                .setStudentId(student)
                .setCourseId(course)
                .setMaterials(Stream.of(1, 2)
                        .map(each -> new MaterialShare("video" + each, 0, each <= completed))
                        .toList())
                .setOverallBasisPoints(completed * 5_000)
                .setCompletedAt(completed == 2 ? WATCHED.toEpochMilli() : null)
                .setAttempt(1);
    }

    /// A short of submodule 1.1 that was watched so far, 30 s long.
    public static MaterialProgress.Builder watchedShort(String student, String id, long positionMs) {
        return progress(student, id)
                .setKind(MaterialKind.SHORT)
                .setDurationMs(30_000)
                .setPositionMs(positionMs)
                .setFurthestMs(positionMs);
    }

    /// That it is liked, and was never watched.
    public static MaterialProgress likedUnseen(String student, String id) {
        return unseen(student, id).setLiked(true).build();
    }

    /// That it was shared, or unliked, and was never watched: all is zero then, how long it is too.
    public static MaterialProgress sharedUnseen(String student, String id) {
        return unseen(student, id).build();
    }

    private static MaterialProgress.Builder unseen(String student, String id) {
        return watchedShort(student, id, 0)
                .setDurationMs(0)
                .setWatchedMs(0)
                .setFirstWatchedAt(0)
                .setLastWatchedAt(0)
                .setBegun(false);
    }

    /// Of so many seconds, that began then, with one short.
    public static ShortsSession.Builder session(String student, Instant startedAt, long seconds, String current) {
        return ShortsSession.newBuilder()
                .setStudentId(student)
                .setStartedAt(startedAt.toEpochMilli())
                .setLastSeenAt(startedAt.plusSeconds(seconds).toEpochMilli())
                .setShortsWatched(1)
                .setShortsCompleted(0)
                .setSwipesUp(0)
                .setSwipesDown(0)
                .setWatchedMs(seconds * 1_000)
                .setCurrentMaterialId(current);
    }

    public static Audience audience(String material, long viewers, long likes, long shares) {
        return new Audience(material, viewers, 0L, likes, shares, 0L, 0L, 0L, List.of());
    }

    public Topics topics() {
        return topics;
    }

    /// The token of the activity that it follows from.
    public String put(MaterialProgress progress) {
        return put(progress, nextActivity(progress.getStudentId()));
    }

    public String put(MaterialProgress progress, long activityOffset) {
        ProgressKey key = new ProgressKey.OfMaterial(progress.getStudentId(), progress.getMaterialId());
        return put(key, bytes(topics.progress(), progress), activityOffset);
    }

    public String put(CourseProgress progress) {
        return put(progress, nextActivity(progress.getStudentId()));
    }

    public String put(CourseProgress progress, long activityOffset) {
        ProgressKey key = new ProgressKey.OfCourse(progress.getStudentId(), progress.getCourseId());
        return put(key, bytes(topics.progress(), progress), activityOffset);
    }

    public String put(ShortsSession session) {
        return put(session, nextActivity(session.getStudentId()));
    }

    public String put(ShortsSession session, long activityOffset) {
        ProgressKey key = new ProgressKey.OfSession(session.getStudentId(), session.getStartedAt());
        return put(key, bytes(topics.progress(), session), activityOffset);
    }

    public void put(Audience audience) {
        audience(audience.getMaterialId(), bytes(topics.audience(), audience));
    }

    /// @param value null where nobody is left
    public void audience(String material, byte @Nullable [] value) {
        int partition = ProgressKey.partition(material, QueryService.PARTITIONS);
        send(new ProducerRecord<>(topics.audience().name(), partition, bytes(material), value));
    }

    public void put(AudienceDay day) {
        audienceDay(day.getMaterialId() + "/" + day.getDay(), bytes(topics.audienceDaily(), day));
    }

    /// @param value null where nothing is left
    public void audienceDay(String key, byte @Nullable [] value) {
        int partition = ProgressKey.partition(key, QueryService.PARTITIONS);
        send(new ProducerRecord<>(topics.audienceDaily().name(), partition, bytes(key), value));
    }

    public String tombstone(String student, String video) {
        return put(new ProgressKey.OfMaterial(student, video), null, nextActivity(student));
    }

    /// One of several that follow from the same activity: more of them are to come.
    public void tombstoneAndMore(ProgressKey key, long activityOffset) {
        put(key, null, activityOffset, ActivityMarks::markMore);
    }

    /// The activity was set aside.
    public String deadLetter(String student, long activityOffset) {
        return put(
                new ProgressKey.OfStudent(student),
                null,
                activityOffset,
                headers -> ActivityMarks.markDeadLetter(headers, DeadLetter.Reason.FAILED));
    }

    public String put(ProgressKey key, byte @Nullable [] value, long activityOffset) {
        return put(key, value, activityOffset, headers -> {});
    }

    private String put(ProgressKey key, byte @Nullable [] value, long activityOffset, Consumer<Headers> marks) {
        int partition = partition(key.student());
        ProducerRecord<byte[], byte[]> progress =
                new ProducerRecord<>(topics.progress().name(), partition, bytes(key.text()), value);
        new ActivityPlace(partition, activityOffset).writeTo(progress.headers());
        marks.accept(progress.headers());
        send(progress);
        return token(partition, activityOffset);
    }

    public byte[] bytes(Topic topic, SpecificRecord value) {
        return Objects.requireNonNull(values.get(topic.naming())).serialize(topic.name(), value);
    }

    public String course(Course course) {
        return catalog(course.getCourseId(), bytes(topics.catalog(), course));
    }

    public String noCourse(String id) {
        return catalog(id, null);
    }

    public RecordMetadata send(ProducerRecord<byte[], byte[]> record) {
        try {
            return producer.send(record).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Not written", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    /// Of an activity, there or not.
    public String token(int partition, long activityOffset) {
        return new WriteToken(topics.activity().name(), partition, activityOffset).text();
    }

    public long nextActivity(String student) {
        return nextActivity.merge(partition(student), 1L, Long::sum) - 1;
    }

    public static int partition(String student) {
        return ProgressKey.partition(student, QueryService.PARTITIONS);
    }

    @Override
    public void close() {
        producer.close();
    }

    private String catalog(String id, byte @Nullable [] value) {
        Topic catalog = topics.catalog();
        long offset =
                send(new ProducerRecord<>(catalog.name(), 0, bytes(id), value)).offset();
        return new WriteToken(catalog.name(), 0, offset).text();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
