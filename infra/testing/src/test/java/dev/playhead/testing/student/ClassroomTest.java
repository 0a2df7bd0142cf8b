package dev.playhead.testing.student;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ClassroomTest {
    private static final List<Video> VIDEOS = Some.videos();

    @Test
    void the_same_seed_gives_the_same_class() {
        List<History> histories = Some.mixedClass().histories().toList();

        assertThat(Some.mixedClass().histories()).isEqualTo(histories);
        assertThat(watched(Classroom.of(60, new SplittableRandom(Some.SEED + 1)), VIDEOS))
                .isNotEqualTo(histories);
    }

    @Test
    void one_student_more_changes_no_other() {
        List<History> two = watched(Classroom.of(2, Some.dice()), VIDEOS);
        List<History> three = watched(Classroom.of(3, Some.dice()), VIDEOS);

        assertThat(three).startsWith(two.toArray(History[]::new)).hasSizeGreaterThan(two.size());
    }

    @Test
    void one_video_more_changes_no_other() {
        Classroom classroom = Classroom.of(5, Some.dice());

        List<History> all = watched(classroom, VIDEOS);

        assertThat(all).containsAll(watched(classroom, VIDEOS.subList(1, VIDEOS.size())));
    }

    @Test
    void no_two_sessions_are_the_same() {
        List<History> histories =
                Some.histories(Habits.steady(), Network.PERFECT, Player.FULL).toList();

        assertThat(histories.stream()
                        .flatMap(history -> history.deliveries().stream())
                        .map(delivery -> delivery.report().sessionId())
                        .distinct())
                .hasSize(histories.stream()
                        .mapToInt(history -> history.truth().sittings())
                        .sum());
    }

    @Test
    void it_can_be_asked_again() {
        Attendance attendance = Some.mixedClass();

        assertThat(attendance.histories().toList())
                .isEqualTo(attendance.histories().toList());
    }

    @Test
    void a_history_is_in_the_order_of_arrival() {
        assertThat(Some.mixedClass().histories())
                .allSatisfy(history -> assertThat(history.deliveries())
                        .isSortedAccordingTo(Comparator.comparing(Delivery::receivedAt)));
    }

    @Test
    void all_together_are_the_histories_in_the_order_of_arrival() {
        Attendance attendance = Some.mixedClass();
        Stream<Delivery> merged = attendance
                .histories()
                .flatMap(history -> history.deliveries().stream())
                .sorted(Delivery.BY_ARRIVAL);

        assertThat(attendance.deliveries().toList()).isEqualTo(merged.toList());
    }

    private static List<History> watched(Classroom classroom, List<Video> videos) {
        return classroom.watch(videos, Some.START, Some.MONTH).histories().toList();
    }
}
