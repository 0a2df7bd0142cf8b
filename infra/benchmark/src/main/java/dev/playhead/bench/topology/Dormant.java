package dev.playhead.bench.topology;

import dev.playhead.bench.backlog.Broker;
import dev.playhead.bench.backlog.Entry;
import dev.playhead.bench.backlog.PrimeTime;
import dev.playhead.schemas.id.ProgressKey;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// States of students who do nothing now: those of students who did something, under other names.
/// They come into a store by its changelog, as after the loss of a disk.
///
/// @param videos of each student
/// @param watchStates some that there are, of a student and a video
/// @param courseStates some that there are, of a student and the course
record Dormant(int partitions, List<String> videos, List<byte[]> watchStates, List<byte[]> courseStates) {
    static final String WATCH_STATES = "%s-watch-states-changelog";
    static final String COURSE_STATES = "%s-course-states-changelog";

    private static final int SOME = 10_000;
    private static final char SEPARATOR = 0;

    /// @param group whose states they are now
    static Dormant like(Broker broker, String group, int partitions, List<String> videos) {
        return new Dormant(
                partitions,
                videos,
                some(broker, WATCH_STATES.formatted(group), partitions),
                some(broker, COURSE_STATES.formatted(group), partitions));
    }

    /// Those of some students into the stores of a group that is not running.
    ///
    /// @param from the number of the first student
    /// @param until one more than that of the last
    void put(Broker broker, String group, long from, long until) {
        broker.put(
                WATCH_STATES.formatted(group),
                LongStream.range(from, until).boxed().flatMap(this::watchStates));
        broker.put(
                COURSE_STATES.formatted(group),
                LongStream.range(from, until)
                        .mapToObj(number -> entry(number, PrimeTime.COURSE, courseStates, number)));
    }

    private Stream<Entry> watchStates(long number) {
        return LongStream.range(0, videos.size())
                .mapToObj(video -> entry(number, videos.get((int) video), watchStates, number * videos.size() + video));
    }

    private Entry entry(long number, String item, List<byte[]> states, long any) {
        String student = PrimeTime.student(number);
        return new Entry(
                ProgressKey.partition(student, partitions),
                0,
                (student + SEPARATOR + item).getBytes(StandardCharsets.UTF_8),
                states.get((int) (any % states.size())),
                List.of());
    }

    /// The last of them, which are the longest.
    private static List<byte[]> some(Broker broker, String topic, int partitions) {
        List<byte[]> some = new ArrayList<>();
        broker.read(topic, partitions, record -> {
            if (record.value() != null) {
                some.add(record.value());
            }
        });
        return List.copyOf(some.subList(Math.max(0, some.size() - SOME), some.size()));
    }
}
