package dev.playhead.bench.backlog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.playhead.schemas.event.Heartbeat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PrimeTimeTest {
    private static final int SOME = 2_000;
    private static final int STUDENTS = 50;

    @Test
    void the_same_students_watch_the_same_in_each_run() {
        assertThat(some()).isEqualTo(some());
    }

    @Test
    void many_watch_at_once_what_the_course_has_and_their_heartbeats_come_as_they_arrive() {
        List<Heartbeat> heartbeats = some();

        assertThat(heartbeats).extracting(Heartbeat::getReceivedAt).isSorted();
        assertThat(heartbeats.stream().map(Heartbeat::getStudentId).distinct()).hasSizeGreaterThan(STUDENTS / 2);
        assertThat(new PrimeTime(1, 1).course().getChapters().getFirst().getMaterials())
                .extracting(material -> material.getId())
                .containsAll(heartbeats.stream().map(Heartbeat::getMaterialId).toList());
    }

    private static List<Heartbeat> some() {
        PrimeTime students = new PrimeTime(STUDENTS, 1);
        return Stream.generate(students::next).limit(SOME).toList();
    }
}
