package dev.playhead.streams.topology;

import dev.playhead.schemas.event.Heartbeat;
import dev.playhead.schemas.event.InteractionKind;
import dev.playhead.schemas.event.MaterialKind;
import dev.playhead.schemas.event.ResetProgress;
import dev.playhead.schemas.event.ResetScope;
import dev.playhead.schemas.event.ShortInteraction;
import dev.playhead.testing.student.Attendance;
import dev.playhead.testing.student.Classroom;
import dev.playhead.testing.student.Delivery;
import dev.playhead.testing.student.Device;
import dev.playhead.testing.student.History;
import dev.playhead.testing.student.Library;
import dev.playhead.testing.student.Player;
import dev.playhead.testing.student.Stamp;
import dev.playhead.testing.student.Student;
import dev.playhead.testing.student.Video;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;

/// What a class does in a month, as the log has it. Its players name their sessions and have steady
/// clocks; all else happens that can. One student of ten is reset, once, of all; the catalog corrects
/// the durations of some videos after two weeks; shorts are liked and shared.
final class SimulatedMonth {
    private static final Instant START = Instant.parse("2026-09-01T06:00:00Z");
    private static final Instant CORRECTED_AT = START.plus(Duration.ofDays(14));
    private static final Duration BEGUN_WITHIN = Duration.ofDays(25);
    private static final List<Player> PLAYERS = List.of(Player.FULL, Player.FULL, Player.COUNTING, Player.IN_SESSION);
    private static final List<InteractionKind> KINDS =
            List.of(InteractionKind.LIKE, InteractionKind.LIKE, InteractionKind.UNLIKE, InteractionKind.SHARE);
    private static final int VIDEOS = 6;
    private static final int SHORTS = 3;
    private static final int RESET_OF = 10;

    private final Attendance attendance;
    private final Map<String, Video> videos;

    /// Which student's log has a reset, of when.
    private final Map<String, Instant> resets;

    SimulatedMonth(int students, SplittableRandom dice) {
        List<Video> library = Library.of(VIDEOS, SHORTS, dice.split());
        List<Student> all = Classroom.of(students, dice.split()).students().stream()
                .map(SimulatedMonth::naming)
                .toList();
        videos = library.stream().collect(Collectors.toMap(Video::id, Function.identity()));
        attendance = new Classroom(all).watch(library, START, BEGUN_WITHIN);
        resets = new TreeMap<>();
        for (int student = 0; student < students; student += RESET_OF) {
            resets.put(all.get(student).id(), START.plus(Duration.ofHours(dice.nextLong(24, 24 * 28))));
        }
    }

    /// All of it, in the order in which it came.
    Stream<SpecificRecord> activity() {
        List<Map.Entry<String, Instant>> due = new ArrayList<>(resets.entrySet());
        due.sort(Map.Entry.comparingByValue());
        return Stream.concat(
                attendance
                        .deliveries()
                        .flatMap(delivery ->
                                Stream.concat(dueAt(delivery.receivedAt(), due).stream(), activity(delivery).stream())),
                Stream.of(Instant.MAX).flatMap(end -> dueAt(end, due).stream()));
    }

    private static List<SpecificRecord> dueAt(Instant time, List<Map.Entry<String, Instant>> due) {
        List<SpecificRecord> now = new ArrayList<>();
        while (!due.isEmpty() && !time.isBefore(due.getFirst().getValue())) {
            Map.Entry<String, Instant> next = due.removeFirst();
            now.add(reset(next.getKey(), next.getValue()));
        }
        return now;
    }

    /// The same by student and material, each in the order in which it came.
    void forEach(Each each) {
        attendance
                .histories()
                .forEach(history ->
                        each.take(history.student().id(), history.video().id(), activity(history)));
    }

    private List<SpecificRecord> activity(History history) {
        Instant resetAt = resets.getOrDefault(history.student().id(), Instant.MAX);
        List<SpecificRecord> all = new ArrayList<>();
        boolean isReset = false;
        for (Delivery delivery : history.deliveries()) {
            if (!isReset && !delivery.receivedAt().isBefore(resetAt)) {
                all.add(reset(history.student().id(), resetAt));
                isReset = true;
            }
            all.addAll(activity(delivery));
        }
        if (!isReset && resetAt.isBefore(Instant.MAX)) {
            all.add(reset(history.student().id(), resetAt));
        }
        return all;
    }

    private List<SpecificRecord> activity(Delivery delivery) {
        Video video = videos.get(delivery.report().video());
        if (video == null) {
            throw new IllegalStateException("There is no " + delivery.report().video());
        }
        Video as = delivery.receivedAt().isBefore(CORRECTED_AT) ? before(video) : after(video);
        Heartbeat heartbeat = Stamp.byPosition(as, "course").heartbeat(delivery);
        int mood = Math.floorMod(heartbeat.getEventId().hashCode(), 12);
        return video.kind() == MaterialKind.SHORT && mood < KINDS.size()
                ? List.of(heartbeat, interaction(heartbeat, KINDS.get(mood)))
                : List.of(heartbeat);
    }

    /// Some were said to be longer than they are.
    private static Video before(Video video) {
        return video.id().endsWith("1") ? lasting(video, video.durationMs() * 4 / 3 + 7) : video;
    }

    /// Others became longer.
    private static Video after(Video video) {
        return video.id().endsWith("2") || video.id().endsWith("4")
                ? lasting(video, video.durationMs() * 3 / 2 + 1)
                : video;
    }

    private static Video lasting(Video video, long durationMs) {
        return new Video(video.id(), video.kind(), durationMs);
    }

    /// The same, with players that name their sessions and clocks that tell the time between two reports.
    static Student naming(Student student) {
        return student.with(student.devices().stream()
                .map(device -> new Device(
                        device.id(),
                        PLAYERS.get(Math.floorMod((student.id() + device.id()).hashCode(), PLAYERS.size())),
                        device.clockError().isNegative() ? device.clockError() : Duration.ZERO,
                        false))
                .toArray(Device[]::new));
    }

    private static ShortInteraction interaction(Heartbeat heartbeat, InteractionKind kind) {
        return ShortInteraction.newBuilder()
                .setEventId(heartbeat.getEventId())
                .setStudentId(heartbeat.getStudentId())
                .setMaterialId(heartbeat.getMaterialId())
                .setKind(kind)
                .setOccurredAt(heartbeat.getOccurredAt())
                .setReceivedAt(heartbeat.getReceivedAt())
                .build();
    }

    private static ResetProgress reset(String student, Instant at) {
        return ResetProgress.newBuilder()
                .setEventId("8f14e45f-ceea-467f-9575-7a1d4e1a2b3c")
                .setStudentId(student)
                .setScope(ResetScope.ALL)
                .setRequestedBy("root")
                .setOccurredAt(at.toEpochMilli())
                .setReceivedAt(at.toEpochMilli())
                .build();
    }

    interface Each {
        void take(String student, String material, List<SpecificRecord> activity);
    }
}
