package dev.playhead.query.running;

import dev.playhead.schemas.event.MaterialProgress;
import dev.playhead.schemas.id.ProgressKey;
import dev.playhead.testing.student.Classroom;
import dev.playhead.testing.student.Delivery;
import dev.playhead.testing.student.Library;
import dev.playhead.testing.student.Video;
import dev.playhead.testing.student.WatchReport;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// A simulated class that watches and watches, folded naively into progress and written down until
/// it is stopped: positions, courses, resets, activities that were set aside, and now and then what
/// is no progress at all.
public final class Classwork implements AutoCloseable {
    private static final String COURSE = "course-1";
    private static final long COMPLETED_PERCENT = 80;
    private static final byte[] NONSENSE = {9, 9, 9};

    private final Written written;
    private final SplittableRandom dice;
    private final Map<String, Map<String, MaterialProgress>> progress = new HashMap<>();
    private final Map<String, SortedSet<Long>> sessions = new HashMap<>();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final AtomicLong delivered = new AtomicLong();
    private final Thread thread;
    private volatile boolean isStopping;

    public Classwork(Written written, long seed) {
        this.written = written;
        this.dice = new SplittableRandom(seed);
        this.thread = Thread.ofPlatform().start(this::work);
    }

    /// How much was watched and is written down by now.
    public long delivered() {
        return delivered.get();
    }

    /// Returns when everything is written.
    public void stop() throws InterruptedException {
        isStopping = true;
        thread.join();
        Throwable failed = failure.get();
        if (failed != null) {
            throw new IllegalStateException("The class ended early", failed);
        }
    }

    @Override
    public void close() {
        isStopping = true;
    }

    private void work() {
        try {
            List<Video> videos = Library.of(12, 4, dice.split());
            while (!isStopping) {
                Iterator<Delivery> deliveries = Classroom.of(30, dice.split())
                        .watch(videos, Written.WATCHED, Duration.ofDays(2))
                        .deliveries()
                        .iterator();
                while (!isStopping && deliveries.hasNext()) {
                    deliver(deliveries.next());
                    delivered.incrementAndGet();
                }
            }
        } catch (RuntimeException e) {
            failure.set(e);
        }
    }

    private void deliver(Delivery delivery) {
        String student = delivery.report().student();
        switch (dice.nextInt(200)) {
            case 0 -> reset(student);
            case 1 -> written.deadLetter(student, written.nextActivity(student));
            case 2 ->
                written.put(new ProgressKey.OfMaterial(student, "nonsense"), NONSENSE, written.nextActivity(student));
            case 3, 4, 5, 6 -> sit(student, delivery);
            case 7 -> join(student);
            case 8, 9, 10, 11 -> count(delivery.report().video());
            default -> watch(student, delivery);
        }
    }

    /// A session of shorts that goes on, or another.
    private void sit(String student, Delivery delivery) {
        SortedSet<Long> of = sessions.computeIfAbsent(student, any -> new TreeSet<>());
        if (of.isEmpty() || dice.nextInt(3) == 0) {
            of.add(delivery.receivedAt().toEpochMilli());
        }
        written.put(Written.session(
                        student,
                        Instant.ofEpochMilli(of.last()),
                        1 + dice.nextInt(1_000),
                        delivery.report().video())
                .setShortsWatched(dice.nextInt(20))
                .build());
    }

    /// Two that were found to be one: the later of them is gone.
    private void join(String student) {
        SortedSet<Long> of = sessions.getOrDefault(student, new TreeSet<>());
        if (!of.isEmpty()) {
            written.put(new ProgressKey.OfSession(student, of.removeLast()), null, written.nextActivity(student));
        }
    }

    private void count(String video) {
        LocalDate day = LocalDate.ofInstant(Written.WATCHED, ZoneOffset.UTC).plusDays(dice.nextInt(5));
        if (dice.nextInt(10) == 0) {
            written.audience(video, null);
            written.audienceDay(video + "/" + day, null);
        } else {
            written.put(Crowd.of(video, dice));
            written.put(Crowd.day(video, day, dice));
        }
    }

    private void watch(String student, Delivery delivery) {
        Map<String, MaterialProgress> ofStudent = progress.computeIfAbsent(student, any -> new TreeMap<>());
        String video = delivery.report().video();
        MaterialProgress now = advance(ofStudent.get(video), delivery, dice);
        MaterialProgress before = ofStudent.put(video, now);
        long activity = written.nextActivity(student);
        written.put(now, activity);
        if (now.getCompletedAt() != null && (before == null || before.getCompletedAt() == null)) {
            long completed = ofStudent.values().stream()
                    .filter(each -> each.getCompletedAt() != null)
                    .count();
            written.put(
                    Written.courseProgress(student, COURSE, (int) Math.min(completed, 2))
                            .build(),
                    activity);
        }
    }

    private static MaterialProgress advance(
            @Nullable MaterialProgress before, Delivery delivery, RandomGenerator dice) {
        WatchReport report = delivery.report();
        long atMs = delivery.receivedAt().toEpochMilli();
        MaterialProgress.Builder now = before == null
                ? Written.progress(report.student(), report.video()).setFirstWatchedAt(atMs)
                : MaterialProgress.newBuilder(before);
        long furthestMs = Math.max(now.getFurthestMs(), report.positionMs());
        boolean isCompleted = furthestMs * 100 >= report.durationMs() * COMPLETED_PERCENT;
        Long completedAt = now.getCompletedAt();
        return now.setPositionMs(report.positionMs())
                .setFurthestMs(furthestMs)
                .setDurationMs(report.durationMs())
                .setWatchedMs(now.getWatchedMs() + dice.nextInt(10_000))
                .setLastWatchedAt(atMs)
                .setCompletedAt(completedAt == null && isCompleted ? Long.valueOf(atMs) : completedAt)
                .build();
    }

    /// Of everything, as it is written: tombstones of one activity, and the last of them the student's.
    private void reset(String student) {
        Map<String, MaterialProgress> watched = progress.getOrDefault(student, Map.of());
        long activity = written.nextActivity(student);
        watched.keySet()
                .forEach(video -> written.tombstoneAndMore(new ProgressKey.OfMaterial(student, video), activity));
        written.tombstoneAndMore(new ProgressKey.OfCourse(student, COURSE), activity);
        written.put(new ProgressKey.OfStudent(student), null, activity);
        progress.remove(student);
    }
}
