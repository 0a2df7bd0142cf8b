package dev.playhead.streams.topology;

import static dev.playhead.testing.sample.Heartbeats.heartbeat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.playhead.schemas.event.Course;
import dev.playhead.schemas.event.CourseProgress;
import dev.playhead.schemas.event.MaterialShare;
import dev.playhead.schemas.event.ResetScope;
import dev.playhead.streams.progress.WatchState;
import dev.playhead.testing.sample.Courses;
import dev.playhead.testing.sample.Heartbeats;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever is said of a course is what a look at each of its materials gives, whatever happened
/// to materials and courses before, restarts between them included.
class CourseRecountIT {
    private static final int STEPS = 4_000;
    private static final List<String> STUDENTS = List.of("ana", "bea");
    private static final List<String> COURSES = List.of("one", "two", "three");
    private static final List<String> MATERIALS =
            IntStream.rangeClosed(1, 8).mapToObj(number -> "m" + number).toList();

    private final long seed = Long.getLong("playhead.seed", System.nanoTime());
    private final SplittableRandom dice = new SplittableRandom(seed);
    private final Map<String, List<String>> catalog = new HashMap<>();
    private Driven driven;
    private final Map<String, Course> published = new HashMap<>();
    private Path states;
    private int restarts;
    private int version;
    private int said;

    @BeforeEach
    void start(@TempDir Path states) {
        this.states = states;
        driven = new Driven(states.resolve("0"));
    }

    @AfterEach
    void stop() {
        driven.close();
    }

    @Test
    void what_is_said_of_a_course_is_what_its_materials_say() {
        System.out.println("-Dplayhead.seed=" + seed);
        COURSES.forEach(this::changeCourse);
        for (int step = 1; step <= STEPS; step++) {
            switch (dice.nextInt(100)) {
                case 0 -> changeCourse(any(COURSES));
                case 1 -> takeAway(any(COURSES));
                case 2 -> driven.reset(ResetScope.MATERIAL, null, any(MATERIALS), late(step));
                case 3 -> driven.reset(ResetScope.COURSE, any(COURSES), null, late(step));
                case 4 -> driven.reset(ResetScope.ALL, null, null, late(step));
                case 5 -> restart();
                default -> driven.send(watched(step).build());
            }
            checkSaid(step);
        }
        // How often depends on the catalogs that the dice gave: several hundred times, mostly.
        assertThat(said).as("of courses, with -Dplayhead.seed=" + seed).isGreaterThan(STEPS / 100);
    }

    /// In the course that has the material mostly; in another, or none, where ingest knew the
    /// catalog as it was or will be.
    private Heartbeats watched(int step) {
        String material = any(MATERIALS);
        List<String> having = COURSES.stream()
                .filter(course -> catalog.getOrDefault(course, List.of()).contains(material))
                .toList();
        Heartbeats heartbeat = heartbeat()
                .student(any(STUDENTS))
                .video(material)
                .session("s" + dice.nextInt(4), step)
                .duration(dice.nextInt(10) == 0 ? 50 : 100)
                .position(dice.nextInt(51))
                .after(late(step));
        if (dice.nextInt(10) == 0) {
            return dice.nextBoolean() ? heartbeat.noCourse() : heartbeat.course(any(COURSES));
        }
        return having.isEmpty() ? heartbeat.noCourse() : heartbeat.course(any(having));
    }

    /// Some come after those that followed them.
    private double late(int step) {
        return dice.nextInt(5) == 0 ? Math.max(1, step - dice.nextInt(200)) : step;
    }

    /// A material may be in two for a while: each course is a record of its own.
    private void changeCourse(String course) {
        List<String> materials = new ArrayList<>();
        Courses changed = Courses.course(course).version(++version).chapter("c");
        for (String material : MATERIALS) {
            if (dice.nextInt(COURSES.size()) == 0) {
                boolean isPublished = dice.nextInt(10) > 0;
                changed.video(material, 100, it -> it.setPublished(isPublished));
                if (isPublished) {
                    materials.add(material);
                }
            }
        }
        catalog.put(course, materials);
        published.put(course, changed.build());
        driven.put(published.get(course));
    }

    private void takeAway(String course) {
        catalog.remove(course);
        published.remove(course);
        driven.putBytes(course, null);
    }

    /// Now and then: it takes its time.
    private void restart() {
        if (dice.nextInt(3) == 0) {
            driven = driven.restarted(states.resolve("" + ++restarts));
            published.values().forEach(driven::put);
        }
    }

    private void checkSaid(int step) {
        driven.progress().forEach(record -> {
            if (record.value() instanceof CourseProgress course) {
                said++;
                assertThat(course.getMaterials())
                        .as("-Dplayhead.seed=%d: %s at step %d", seed, record.key(), step)
                        .isEqualTo(recount(course.getStudentId(), course.getCourseId()));
            }
        });
    }

    private List<MaterialShare> recount(String student, String course) {
        return catalog.getOrDefault(course, List.of()).stream()
                .map(material ->
                        share(material, driven.watchState(student, material).orElseGet(WatchState::initial)))
                .toList();
    }

    private static MaterialShare share(String material, WatchState state) {
        return new MaterialShare(material, state.progressBasisPoints(), state.isCompleted());
    }

    private <T> T any(List<T> of) {
        return of.get(dice.nextInt(of.size()));
    }
}
