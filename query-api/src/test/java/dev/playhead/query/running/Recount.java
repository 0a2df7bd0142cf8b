package dev.playhead.query.running;

import dev.playhead.schemas.event.Audience;
import dev.playhead.schemas.event.AudienceCurve;
import dev.playhead.schemas.event.AudienceDay;
import dev.playhead.schemas.event.CourseProgress;
import dev.playhead.schemas.event.MaterialProgress;
import dev.playhead.schemas.event.MaterialShare;
import dev.playhead.schemas.event.ShortsSession;
import dev.playhead.schemas.id.ActivityMarks;
import dev.playhead.schemas.id.ActivityPlace;
import dev.playhead.schemas.serde.AvroDeserializer;
import dev.playhead.schemas.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.avro.generic.GenericContainer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/// What the tables must hold, by nothing but the topic: of each key the last value. It knows
/// nothing of how the service does it.
///
/// @param tables by table and then by key, a row by its columns
public record Recount(Map<String, SortedMap<String, Map<String, Object>>> tables) {
    private static final Duration POLL = Duration.ofMillis(500);
    private static final String CURVE = "retention::text, heat::text, exits::text";
    private static final String DAY = "views, viewers, completions, watched_ms";

    /// Reads all that there is now.
    public static Recount of(String bootstrapServers, String registryUrl, Topics topics) {
        Recount recount = new Recount(new TreeMap<>());
        List.of(
                        "material_progress",
                        "course_progress",
                        "shorts_session",
                        "audience",
                        "audience_curve",
                        "audience_day",
                        "projection_offset",
                        "dead_letter",
                        "set_aside")
                .forEach(table -> recount.tables.put(table, new TreeMap<>()));
        try (AvroDeserializer values = new AvroDeserializer()) {
            values.configure(Map.of("schema.registry.url", registryUrl, "specific.avro.reader", true), false);
            all(bootstrapServers, topics.progress().name()).forEach(each -> recount.count(each, values));
            all(bootstrapServers, topics.audience().name()).forEach(each -> recount.countAudience(each, values));
            all(bootstrapServers, topics.audienceDaily().name()).forEach(each -> recount.countDay(each, values));
        }
        return recount;
    }

    /// What the tables do hold.
    public static Recount of(Rows rows) {
        Recount held = new Recount(new TreeMap<>());
        held.read(rows, "material_progress", "student_id || '/' || material_id", "*");
        held.read(rows, "course_progress", "student_id || '/course:' || course_id", "*");
        held.read(rows, "shorts_session", "student_id || '/session:' || started_at", "*");
        held.read(rows, "audience", "material_id", "*");
        held.read(rows, "audience_curve", "material_id || ' ' || buckets", CURVE);
        held.read(rows, "audience_day", "material_id || '/' || day", DAY);
        held.read(rows, "projection_offset", "topic || ' ' || partition", "next_offset, activity_seen");
        // A partition of which nothing came is begun by whoever is given it, or not yet.
        held.table("projection_offset").values().removeIf(row -> Long.valueOf(0).equals(row.get("next_offset")));
        held.read(rows, "dead_letter", "partition || ' ' || activity_offset", "partition");
        held.read(rows, "set_aside", "partition || ' ' || record_offset", "activity_offset");
        return held;
    }

    private void read(Rows rows, String table, String key, String columns) {
        SortedMap<String, Map<String, Object>> read = new TreeMap<>();
        rows.jdbc()
                .queryForList("select " + key + " as counted_by, " + columns + " from " + table)
                .forEach(row -> read.put(String.valueOf(row.remove("counted_by")), new HashMap<>(row)));
        tables.put(table, read);
    }

    private void count(ConsumerRecord<byte[], byte[]> from, AvroDeserializer values) {
        ActivityPlace place = ActivityPlace.of(from.headers()).orElseThrow();
        String key = new String(from.key(), StandardCharsets.UTF_8);
        try {
            change(key, place, values.deserialize(from.topic(), from.headers(), from.value()));
            boolean isLast = !ActivityMarks.isMore(from.headers());
            seen(from, isLast ? place.offset() + 1 : place.offset());
            if (ActivityMarks.isDeadLetter(from.headers())) {
                put("dead_letter", place.partition() + " " + place.offset(), row("partition", place.partition()));
            }
        } catch (SerializationException e) {
            put("set_aside", from.partition() + " " + from.offset(), row("activity_offset", place.offset()));
            seen(from, 0);
        }
    }

    /// Each record is what stands now: it follows from no single activity.
    private void countAudience(ConsumerRecord<byte[], byte[]> from, AvroDeserializer values) {
        String material = new String(from.key(), StandardCharsets.UTF_8);
        seen(from, 0);
        table("audience_curve").keySet().removeIf(key -> key.startsWith(material + " "));
        switch (values.deserialize(from.topic(), from.headers(), from.value())) {
            case null -> table("audience").remove(material);
            case Audience of -> {
                put("audience", material, row(of));
                of.getCurves().forEach(curve -> put("audience_curve", material + " " + curve.getBuckets(), row(curve)));
            }
            case GenericContainer other -> throw new IllegalStateException("Not an audience: " + other);
        }
    }

    private void countDay(ConsumerRecord<byte[], byte[]> from, AvroDeserializer values) {
        String key = new String(from.key(), StandardCharsets.UTF_8);
        seen(from, 0);
        switch (values.deserialize(from.topic(), from.headers(), from.value())) {
            case null -> table("audience_day").remove(key);
            case AudienceDay of -> put("audience_day", key, row(of));
            case GenericContainer other -> throw new IllegalStateException("Not a day: " + other);
        }
    }

    private void change(String key, ActivityPlace place, @Nullable GenericContainer value) {
        switch (value) {
            case null -> tables.values().forEach(table -> table.remove(key));
            case MaterialProgress of -> put("material_progress", key, row(of, place));
            case CourseProgress of -> put("course_progress", key, row(of, place));
            case ShortsSession of -> put("shorts_session", key, row(of, place));
            default -> throw new IllegalStateException("Not progress: " + value);
        }
    }

    private void seen(ConsumerRecord<?, ?> from, long activitySeen) {
        String partition = from.topic() + " " + from.partition();
        Map<String, Object> before =
                table("projection_offset").getOrDefault(partition, row("next_offset", 0L, "activity_seen", 0L));
        long seen = Math.max(activitySeen, (long) Objects.requireNonNull(before.get("activity_seen")));
        put("projection_offset", partition, row("next_offset", from.offset() + 1, "activity_seen", seen));
    }

    private void put(String table, String key, Map<String, Object> row) {
        table(table).put(key, row);
    }

    private SortedMap<String, Map<String, Object>> table(String name) {
        return Objects.requireNonNull(tables.get(name));
    }

    private static Map<String, Object> row(MaterialProgress of, ActivityPlace place) {
        return row(
                "student_id", of.getStudentId(),
                "material_id", of.getMaterialId(),
                "course_id", of.getCourseId(),
                "kind", of.getKind().name(),
                "position_ms", of.getPositionMs(),
                "furthest_ms", of.getFurthestMs(),
                "duration_ms", of.getDurationMs(),
                "watched_ms", of.getWatchedMs(),
                "first_watched_at", of.getFirstWatchedAt(),
                "last_watched_at", of.getLastWatchedAt(),
                "completed_at", of.getCompletedAt(),
                "attempt", of.getAttempt(),
                "liked", of.getLiked(),
                "begun", of.getBegun(),
                "activity_offset", place.offset());
    }

    private static Map<String, Object> row(CourseProgress of, ActivityPlace place) {
        long completed =
                of.getMaterials().stream().filter(MaterialShare::getCompleted).count();
        return row(
                "student_id", of.getStudentId(),
                "course_id", of.getCourseId(),
                "overall_basis_points", of.getOverallBasisPoints(),
                "materials", of.getMaterials().size(),
                "materials_completed", (int) completed,
                "completed_at", of.getCompletedAt(),
                "attempt", of.getAttempt(),
                "activity_offset", place.offset());
    }

    private static Map<String, Object> row(ShortsSession of, ActivityPlace place) {
        return row(
                "student_id", of.getStudentId(),
                "started_at", of.getStartedAt(),
                "last_seen_at", of.getLastSeenAt(),
                "shorts_watched", of.getShortsWatched(),
                "shorts_completed", of.getShortsCompleted(),
                "swipes_up", of.getSwipesUp(),
                "swipes_down", of.getSwipesDown(),
                "watched_ms", of.getWatchedMs(),
                "current_material_id", of.getCurrentMaterialId(),
                "activity_offset", place.offset());
    }

    private static Map<String, Object> row(Audience of) {
        return row(
                "material_id", of.getMaterialId(),
                "viewers", of.getViewers(),
                "completions", of.getCompletions(),
                "likes", of.getLikes(),
                "shares", of.getShares(),
                "views", of.getViews(),
                "watched_ms", of.getWatchedMs(),
                "furthest_basis_points", of.getFurthestBasisPoints());
    }

    private static Map<String, Object> row(AudienceCurve of) {
        return row(
                "retention", text(of.getRetention()),
                "heat", text(of.getHeat()),
                "exits", text(of.getExits()));
    }

    private static Map<String, Object> row(AudienceDay of) {
        return row(
                "views", of.getViews(),
                "viewers", of.getViewers(),
                "completions", of.getCompletions(),
                "watched_ms", of.getWatchedMs());
    }

    /// As the database writes an array.
    private static String text(List<Long> counts) {
        return counts.toString().replace("[", "{").replace("]", "}").replace(" ", "");
    }

    @SuppressWarnings("NullAway") // A column may be null.
    private static Map<String, Object> row(@Nullable Object... columnsAndValues) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 0; i < columnsAndValues.length; i += 2) {
            row.put(String.valueOf(columnsAndValues[i]), columnsAndValues[i + 1]);
        }
        return row;
    }

    private static List<ConsumerRecord<byte[], byte[]>> all(String bootstrapServers, String topic) {
        Map<String, Object> config = Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed");
        List<TopicPartition> partitions = IntStream.range(0, QueryService.PARTITIONS)
                .mapToObj(number -> new TopicPartition(topic, number))
                .toList();
        List<ConsumerRecord<byte[], byte[]>> all = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.getOrDefault(each, 0L))) {
                consumer.poll(POLL).forEach(all::add);
            }
        }
        return all;
    }
}
