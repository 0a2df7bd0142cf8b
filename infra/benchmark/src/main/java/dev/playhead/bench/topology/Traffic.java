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
record Traffic(Share watchStates, Share courseStates, Share progress, Share courses, Share completions) {
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
                reading.of(topics.completions().name(), record -> true, true));
    }

    static Traffic read(Properties settings) {
        return new Traffic(
                share(settings, "watch-states"),
                share(settings, "course-states"),
                share(settings, "progress"),
                share(settings, "courses"),
                share(settings, "completions"));
    }

    void write(Properties settings) {
        Map.of(
                        "watch-states", watchStates,
                        "course-states", courseStates,
                        "progress", progress,
                        "courses", courses,
                        "completions", completions)
                .forEach((name, share) -> settings.setProperty(key(name), share.text()));
    }

    private static Share share(Properties settings, String name) {
        return Share.parse(Objects.requireNonNull(settings.getProperty(key(name)), name));
    }

    private static String key(String name) {
        return "bench.traffic." + name;
    }

    private static boolean isOfCourse(ConsumerRecord<byte[], byte[]> record) {
        return ProgressKey.parse(new String(record.key(), StandardCharsets.UTF_8)) instanceof ProgressKey.OfCourse;
    }

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
