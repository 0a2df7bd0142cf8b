package dev.playhead.bench.memory;

import static dev.playhead.bench.stack.Stack.STREAMS;

import dev.playhead.bench.backlog.Backlog;
import dev.playhead.bench.backlog.Broker;
import dev.playhead.bench.backlog.Drain;
import dev.playhead.bench.backlog.Entry;
import dev.playhead.bench.backlog.EventBytes;
import dev.playhead.bench.stack.Stack;
import dev.playhead.schemas.event.Course;
import dev.playhead.schemas.topic.TopicSettings;
import dev.playhead.schemas.topic.Topics;
import dev.playhead.testing.sample.Courses;
import dev.playhead.testing.student.SchoolYear;
import dev.playhead.testing.student.Stamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A school year of ordinary watching goes through the topology, which is given as much at once as
/// fits in memory.
record Year(Broker broker, Stack stack, Topics topics, Consumer<String> say) {
    private static final long SEED = 7;
    private static final int STUDENTS = 300;
    private static final int VIDEOS = 40;
    /// Brokers take no record from the future.
    private static final Instant FIRST_DAY = Instant.parse("2025-09-01T00:00:00Z");
    private static final String COURSE = "year";
    private static final int AT_ONCE = 250_000;
    private static final double MS = 1_000;

    void passes() throws Exception {
        SchoolYear year = SchoolYear.of(STUDENTS, VIDEOS, FIRST_DAY, new SplittableRandom(SEED));
        Map<String, Stamp> stamps = year.catalog().stream()
                .map(video -> Stamp.byPosition(video, COURSE))
                .collect(Collectors.toMap(stamp -> stamp.video().id(), Function.identity()));
        try (EventBytes catalog = new EventBytes(stack, topics.catalog());
                EventBytes activity = new EventBytes(stack, topics.activity())) {
            broker.put(topics.catalog(), List.of(catalog.course(course(year))));
            Iterator<Entry> heartbeats = year.attendance()
                    .deliveries()
                    .map(delivery -> Objects.requireNonNull(
                                    stamps.get(delivery.report().video()))
                            .heartbeat(delivery))
                    .map(activity::heartbeat)
                    .iterator();
            long passed = 0;
            while (heartbeats.hasNext()) {
                List<Entry> next = next(heartbeats);
                pass(next);
                passed += next.size();
                say.accept("%,d heartbeats of the year have passed".formatted(passed));
            }
        }
    }

    private void pass(List<Entry> heartbeats) throws Exception {
        Backlog backlog = broker.put(topics.activity(), heartbeats);
        String group = TopicSettings.DEFAULT.prefix() + STREAMS;
        new Drain(STREAMS, () -> broker.committed(group, topics.activity()), say).perSecond(backlog);
    }

    private static List<Entry> next(Iterator<Entry> heartbeats) {
        List<Entry> next = new ArrayList<>(AT_ONCE);
        while (next.size() < AT_ONCE && heartbeats.hasNext()) {
            next.add(heartbeats.next());
        }
        return next;
    }

    private static Course course(SchoolYear year) {
        Courses course = Courses.course(COURSE).chapter("c1");
        year.catalog().forEach(video -> course.video(video.id(), video.durationMs() / MS));
        return course.build();
    }
}
