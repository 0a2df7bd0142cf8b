package dev.playhead.bench.ingest;

import dev.playhead.bench.load.Http;
import dev.playhead.bench.stack.Stack;
import dev.playhead.local.parts.Ports.Listener;
import dev.playhead.testing.student.Attendance;
import dev.playhead.testing.student.Classroom;
import dev.playhead.testing.student.Delivery;
import dev.playhead.testing.student.Device;
import dev.playhead.testing.student.Habits;
import dev.playhead.testing.student.History;
import dev.playhead.testing.student.Network;
import dev.playhead.testing.student.Player;
import dev.playhead.testing.student.Student;
import dev.playhead.testing.student.Video;
import dev.playhead.testing.student.WatchReport;
import dev.playhead.testing.student.Whim;
import dev.playhead.testing.tokens.TokenRequest;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A course, and students who watch it with full players whose clocks are right: what they report
/// is what a real one's players would.
///
/// @param videos of ten minutes each
/// @param beat how often players report
public record Lesson(int videos, Duration beat) {
    private static final String COURSE = "bench";
    private static final Duration LENGTH = Duration.ofMinutes(10);
    /// Of the documents' players.
    public static final Duration BEAT = Duration.ofSeconds(10);

    private static final Duration AGO = Duration.ofDays(12);
    private static final Duration BEGIN_WITHIN = Duration.ofDays(1);
    private static final long SEED = 7;

    public void put(Stack stack, Http http) throws IOException, InterruptedException {
        String materials = catalog()
                .map(Video::id)
                .map(id ->
                        "{\"id\":\"%s\",\"kind\":\"VIDEO\",\"title\":\"Video %s\",\"duration\":600}".formatted(id, id))
                .collect(Collectors.joining(","));
        http.put(
                stack.url(Listener.INGEST) + "/api/catalog/courses/" + COURSE,
                stack.token(TokenRequest.admin("bench")),
                "{\"title\":\"Bench\",\"chapters\":[{\"id\":\"c1\",\"title\":\"One\",\"materials\":[" + materials
                        + "]}]}");
    }

    /// What a student's player says, video by video, in the order in which it says it.
    public Stream<List<WatchReport>> reports(int number) {
        return reports(number, 0);
    }

    /// The same of a student who watches it all once more.
    ///
    /// @param visit another one has other reports
    public Stream<List<WatchReport>> reports(int number, int visit) {
        SplittableRandom dice = new SplittableRandom(SEED + number + ((long) visit << Integer.SIZE));
        Attendance attendance = new Classroom(List.of(student(number, dice)))
                .watch(catalog().toList(), Instant.now().minus(AGO), BEGIN_WITHIN);
        return attendance.histories().map(Lesson::reports);
    }

    public static String id(int number) {
        return "s" + number;
    }

    private static List<WatchReport> reports(History history) {
        return history.deliveries().stream().map(Delivery::report).toList();
    }

    private Student student(int number, SplittableRandom dice) {
        Habits habits = Habits.mixed(dice)
                .with(Whim.SKIP, 0)
                .with(Whim.ABANDON, 0)
                .with(Whim.FINISH, 1)
                .with(Whim.OFFLINE, 0)
                .with(Whim.REWATCH, 0);
        Device phone = new Device("phone", Player.FULL, Duration.ZERO, true);
        return new Student(id(number), habits, List.of(phone), Network.PERFECT, beat, dice.nextLong());
    }

    private Stream<Video> catalog() {
        return IntStream.range(0, videos).mapToObj(n -> Video.of("v" + n, LENGTH));
    }
}
