package dev.playhead.streams.topology;

import static dev.playhead.streams.topology.Audiences.counts;
import static dev.playhead.streams.topology.Audiences.nothing;
import static dev.playhead.testing.sample.Heartbeats.START;
import static dev.playhead.testing.sample.Heartbeats.heartbeat;
import static dev.playhead.testing.sample.Interactions.interaction;
import static org.assertj.core.api.Assertions.assertThat;

import dev.playhead.schemas.event.Audience;
import dev.playhead.schemas.event.Heartbeat;
import dev.playhead.schemas.event.InteractionKind;
import dev.playhead.schemas.event.ResetScope;
import dev.playhead.schemas.event.ShortInteraction;
import dev.playhead.schemas.event.ShortsSession;
import dev.playhead.schemas.event.Swipe;
import dev.playhead.streams.progress.WatchState;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever students do, in whatever order it comes and however often, and whatever is reset: what
/// is said of sessions and audiences is what a recount gives.
class ShortsRecountIT {
    private static final int STEPS = 4_000;
    private static final int CHECKED_EVERY = 40;
    private static final double LATE_S_MAX = 3 * 3_600;
    private static final int AGAIN_MAX = 6;
    private static final List<Swipe> SWIPES = List.of(Swipe.UP, Swipe.DOWN, Swipe.UNKNOWN);
    private static final List<InteractionKind> KINDS =
            List.of(InteractionKind.LIKE, InteractionKind.UNLIKE, InteractionKind.SHARE);
    private static final List<String> STUDENTS = List.of("ana", "an", "bea");
    private static final List<String> COURSES = List.of("one", "two");
    private static final List<String> SHORTS =
            IntStream.rangeClosed(1, 6).mapToObj(number -> "s" + number).toList();

    private final long seed = Long.getLong("playhead.seed", System.nanoTime());
    private final SplittableRandom dice = new SplittableRandom(seed);
    private final ShortsByHand byHand = new ShortsByHand();
    private final Deque<SpecificRecord> lately = new ArrayDeque<>();
    private final Map<String, SpecificRecord> sessions = new TreeMap<>();
    private final Map<String, SpecificRecord> sessionsInProgress = new TreeMap<>();
    private final Map<String, Audience> audience = new HashMap<>();
    private Driven driven;
    private double now;

    @BeforeEach
    void start(@TempDir Path state) {
        driven = new Driven(state);
    }

    @AfterEach
    void stop() {
        driven.close();
    }

    @Test
    void what_is_said_is_what_a_recount_gives() {
        System.out.println("-Dplayhead.seed=" + seed);
        for (int step = 1; step <= STEPS; step++) {
            now += dice.nextInt(20) == 0 ? 1_700 + dice.nextInt(300) : dice.nextInt(60);
            switch (dice.nextInt(200)) {
                case 0 -> reset(any(STUDENTS), ResetScope.ALL, null, null);
                case 1, 2 -> reset(any(STUDENTS), ResetScope.COURSE, any(COURSES), null);
                case 3, 4, 5 -> reset(any(STUDENTS), ResetScope.MATERIAL, null, any(SHORTS));
                default -> send();
            }
            if (step % CHECKED_EVERY == 0) {
                check(step);
            }
        }
        assertThat(sessions).hasSizeGreaterThan(STUDENTS.size());
    }

    private void send() {
        switch (dice.nextInt(10)) {
            case 0, 1 -> sendNew(done());
            case 2 ->
                lately.stream()
                        .skip(dice.nextInt(lately.size() + 1))
                        .findFirst()
                        .ifPresent(this::sendAny);
            default -> sendNew(watched());
        }
    }

    private void sendNew(SpecificRecord activity) {
        lately.addFirst(activity);
        if (lately.size() > AGAIN_MAX) {
            lately.removeLast();
        }
        sendAny(activity);
    }

    private void sendAny(SpecificRecord activity) {
        if (activity instanceof Heartbeat heartbeat) {
            driven.send(heartbeat);
            byHand.take(heartbeat);
        } else {
            driven.send((ShortInteraction) activity);
            byHand.take((ShortInteraction) activity);
        }
    }

    private Heartbeat watched() {
        String material = any(SHORTS);
        return heartbeat()
                .student(any(STUDENTS))
                .shortVideo(material)
                .course(courseOf(material))
                .duration(20)
                .position(dice.nextInt(21))
                .swipe(dice.nextInt(8) == 0 ? any(SWIPES) : null)
                .after(late())
                .build();
    }

    private ShortInteraction done() {
        String material = any(SHORTS);
        return interaction(any(KINDS))
                .student(any(STUDENTS))
                .of(material)
                .course(courseOf(material))
                // In whole minutes, so that some are at the same time.
                .after(60 * Math.ceil(late() / 60))
                .eventId("e" + dice.nextLong())
                .build();
    }

    private void reset(String student, ResetScope scope, @Nullable String course, @Nullable String material) {
        long at = START.plusMillis(Math.round(late() * 1_000)).toEpochMilli();
        driven.reset(student, scope, course, material, at);
        List<String> its = switch (scope) {
            case COURSE ->
                SHORTS.stream().filter(each -> courseOf(each).equals(course)).toList();
            case MATERIAL -> List.of(String.valueOf(material));
            default -> SHORTS;
        };
        byHand.reset(student, its, at);
    }

    /// Some come after those that followed them.
    private double late() {
        return dice.nextInt(4) == 0 ? Math.max(1, now - dice.nextDouble(LATE_S_MAX)) : now;
    }

    private void check(int step) {
        String when = "-Dplayhead.seed=" + seed + ", step " + step;
        driven.shortsSessions().forEach(said -> keep(sessions, said.key(), said.value()));
        driven.progress().stream()
                .filter(said -> said.key().contains("/session:"))
                .forEach(said -> keep(sessionsInProgress, said.key().replace("session:", ""), said.value()));
        for (TestRecord<String, SpecificRecord> said : driven.audience()) {
            audience.put(said.key(), (Audience) said.value());
        }

        assertThat(sessionsInProgress).as(when).isEqualTo(sessions);
        assertThat(watchedMs()).as(when).isEqualTo(watchedMsByStates());
        assertThat(withoutWatched()).as(when).isEqualTo(byHand.sessions());
        for (String material : SHORTS) {
            assertThat(counts(audience.getOrDefault(material, nothing(material))))
                    .as(when)
                    .isEqualTo(counts(byHand.audience(material)));
        }
    }

    private Map<String, Long> watchedMs() {
        Map<String, Long> watched = new HashMap<>();
        STUDENTS.forEach(student -> watched.put(student, 0L));
        sessions.values().forEach(session -> {
            ShortsSession said = (ShortsSession) session;
            watched.merge(said.getStudentId(), said.getWatchedMs(), Long::sum);
        });
        return watched;
    }

    private Map<String, Long> watchedMsByStates() {
        Map<String, Long> watched = new HashMap<>();
        STUDENTS.forEach(student -> watched.put(
                student,
                SHORTS.stream()
                        .mapToLong(material -> driven.watchState(student, material)
                                .map(WatchState::watchedMs)
                                .orElse(0L))
                        .sum()));
        return watched;
    }

    private Map<String, SpecificRecord> withoutWatched() {
        Map<String, SpecificRecord> same = new TreeMap<>();
        sessions.forEach((key, session) -> same.put(
                key,
                ShortsSession.newBuilder((ShortsSession) session)
                        .setWatchedMs(0)
                        .build()));
        return same;
    }

    private static void keep(Map<String, SpecificRecord> latest, String key, @Nullable SpecificRecord value) {
        if (value == null) {
            latest.remove(key);
        } else {
            latest.put(key, value);
        }
    }

    private static String courseOf(String material) {
        return COURSES.get(SHORTS.indexOf(material) % COURSES.size());
    }

    private <T> T any(List<T> of) {
        return of.get(dice.nextInt(of.size()));
    }
}
