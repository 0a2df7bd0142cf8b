package dev.playhead.bench.topology;

import dev.playhead.bench.backlog.Broker;
import dev.playhead.schemas.id.ProgressKey;
import dev.playhead.schemas.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/// What our topology writes for a heartbeat, as its own topics tell.
///
/// @param watchStates the changes of the state of a student and a material
/// @param courseStates of that of a student and a course
/// @param progress what is said of materials
/// @param courses what is said of courses
/// @param completions what was completed, headers and all
/// @param audiences what is summed by each task
record Traffic(
        Share watchStates, Share courseStates, Share progress, Share courses, Share completions, Audiences audiences) {
    private static final String CHANGELOG = "%sprogress-streams-%s-changelog";

    /// @param heartbeats how many it had read
    static Traffic of(Broker broker, String prefix, Topics topics, long heartbeats) {
        Reading reading = new Reading(broker, topics.activity().partitions(), heartbeats);
        String progress = topics.progress().name();
        return new Traffic(
                reading.of(CHANGELOG.formatted(prefix, "watch-states"), record -> true, false),
                reading.of(CHANGELOG.formatted(prefix, "course-states"), record -> true, false),
                reading.of(progress, record -> !isOfCourse(record), false),
                reading.of(progress, Traffic::isOfCourse, false),
                reading.of(topics.completions().name(), record -> true, true),
                audiences(broker, prefix, topics, reading));
    }

    private static Audiences audiences(Broker broker, String prefix, Topics topics, Reading reading) {
        String parts = CHANGELOG.formatted(prefix, "audience-parts");
        Share told = reading.of(topics.audienceParts().name(), record -> true, false);
        Reading ofTold = new Reading(
                broker, topics.activity().partitions(), Math.max(1, Math.round(told.times() * reading.heartbeats())));
        return new Audiences(
                reading.of(parts, record -> !isOfDay(record), false),
                reading.of(parts, Traffic::isOfDay, false),
                told,
                ofTold.of(CHANGELOG.formatted(prefix, "audience-sums"), record -> true, false),
                ofTold.of(topics.audience().name(), record -> true, false),
                ofTold.of(topics.audienceDaily().name(), record -> true, false));
    }

    static Traffic read(Properties settings) {
        return new Traffic(
                share(settings, "watch-states"),
                share(settings, "course-states"),
                share(settings, "progress"),
                share(settings, "courses"),
                share(settings, "completions"),
                new Audiences(
                        share(settings, "part-totals"),
                        share(settings, "part-days"),
                        share(settings, "told"),
                        share(settings, "sums"),
                        share(settings, "audience"),
                        share(settings, "audience-daily")));
    }

    void write(Properties settings) {
        Map.of(
                        "watch-states", watchStates,
                        "course-states", courseStates,
                        "progress", progress,
                        "courses", courses,
                        "completions", completions,
                        "part-totals", audiences.totals(),
                        "part-days", audiences.days(),
                        "told", audiences.told(),
                        "sums", audiences.sums())
                .forEach((name, share) -> settings.setProperty(key(name), share.text()));
        Map.of("audience", audiences.said(), "audience-daily", audiences.saidOfDays())
                .forEach((name, share) -> settings.setProperty(key(name), share.text()));
    }

    private static Share share(Properties settings, String name) {
        return Share.parse(Objects.requireNonNull(settings.getProperty(key(name)), name));
    }

    private static String key(String name) {
        return "bench.traffic." + name;
    }

    private static boolean isOfDay(ConsumerRecord<byte[], byte[]> record) {
        return new String(record.key(), StandardCharsets.UTF_8).indexOf('/') >= 0;
    }

    private static boolean isOfCourse(ConsumerRecord<byte[], byte[]> record) {
        return ProgressKey.parse(new String(record.key(), StandardCharsets.UTF_8)) instanceof ProgressKey.OfCourse;
    }

    /// Of the first two only the bytes tell: they are put at each change of a state, and a cache keeps
    /// most of that from the changelog.
    ///
    /// @param totals of a material, put by each task
    /// @param days of a material and day, put by each task
    /// @param told by a task to the adding step
    /// @param sums put by the adding step, each after a get, for each that it is told
    /// @param said by the adding step of a material, for each that it is told
    /// @param saidOfDays the same of a material and day
    record Audiences(Share totals, Share days, Share told, Share sums, Share said, Share saidOfDays) {}

    private record Reading(Broker broker, int partitions, long heartbeats) {
        Share of(String topic, Predicate<ConsumerRecord<byte[], byte[]>> wanted, boolean withHeaders) {
            long[] countAndBytes = new long[2];
            broker.read(topic, partitions, record -> {
                if (wanted.test(record)) {
                    countAndBytes[0]++;
                    countAndBytes[1] += record.value() == null ? 0 : record.value().length;
                    countAndBytes[1] += withHeaders ? bytes(record.headers()) : 0;
                }
            });
            return Share.of(countAndBytes[0], countAndBytes[1], heartbeats);
        }

        private static long bytes(Iterable<Header> headers) {
            long bytes = 0;
            for (Header header : headers) {
                bytes += header.key().length() + header.value().length;
            }
            return bytes;
        }
    }
}
