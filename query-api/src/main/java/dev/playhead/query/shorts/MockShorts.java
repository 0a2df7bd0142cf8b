package dev.playhead.query.shorts;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Shorts that are made up: modules 1.1 to 5.4, as players were first written against, and a sitting
/// with them. Nothing is asked of anybody. The two lists differ, as they always have.
final class MockShorts {
    private static final List<String> SUBMODULES = List.of(
            "1.1", "1.2", "1.3", "1.4", "1.5", "2.1", "2.2", "2.3", "2.4", "2.5", "3.1", "3.2", "3.3", "3.4", "3.5",
            "4.1", "4.2", "4.3", "4.4", "5.1", "5.2", "5.3", "5.4");
    private static final Set<String> OF_THREE = Set.of("1.5", "2.5", "3.5");

    private static final String BUCKET = "https://commondatastorage.googleapis.com/gtv-videos-bucket/sample/";
    private static final List<String> FILES =
            List.of(BUCKET + "BigBuckBunny.mp4", BUCKET + "ElephantsDream.mp4", BUCKET + "ForBiggerBlazes.mp4");

    private static final int FIRST_SECONDS = 45;
    private static final int MORE_SECONDS = 7;

    /// The first was opened and no more, long ago: so nothing is watched, as the lists have it.
    private static final Instant OPENED = Instant.parse("2025-01-18T12:00:00Z");

    private static final SessionAnswer SESSION =
            new SessionAnswer(OPENED, OPENED, false, 1, 0, 0, 0, BigDecimal.ZERO, id(SUBMODULES.getFirst(), 1));

    private MockShorts() {}

    /// The one sitting there is.
    ///
    /// @param beforeMs those that began before: epoch milliseconds
    static List<SessionAnswer> sessions(long beforeMs) {
        return OPENED.toEpochMilli() < beforeMs ? List.of(SESSION) : List.of();
    }

    static ShortsAnswer answer(Choice choice) {
        return ShortsAnswer.of(
                switch (choice) {
                    case Choice.OfSubmodule(String submodule) -> ofSubmodule(submodule);
                    case Choice.AllFrom(Optional<String> start) -> from(start);
                });
    }

    /// Two of any submodule.
    private static List<ShortAnswer> ofSubmodule(String submodule) {
        return List.of(
                made(submodule, 1, "Første video for modul " + submodule, FILES.get(0)),
                made(submodule, 2, "Andre video for modul " + submodule, FILES.get(1)));
    }

    private static List<ShortAnswer> from(Optional<String> start) {
        List<ShortAnswer> all = all();
        List<String> submodules = all.stream().map(ShortAnswer::submoduleId).toList();
        int first = start.map(submodules::indexOf).orElse(0);
        // One that there is not is at -1.
        Collections.rotate(all, -Math.max(0, first));
        return all;
    }

    private static List<ShortAnswer> all() {
        List<ShortAnswer> all = new ArrayList<>();
        for (String submodule : SUBMODULES) {
            for (int sequence = 1; sequence <= (OF_THREE.contains(submodule) ? 3 : 2); sequence++) {
                // Counted from one.
                String file = FILES.get((all.size() + 1) % FILES.size());
                all.add(made(submodule, sequence, "Video " + sequence + " for submodule " + submodule, file));
            }
        }
        return all;
    }

    private static ShortAnswer made(String submodule, int sequence, String description, String file) {
        return new ShortAnswer(
                id(submodule, sequence),
                "Modul " + submodule + " - Del " + sequence,
                description,
                file,
                BigDecimal.valueOf(FIRST_SECONDS + (sequence - 1) * MORE_SECONDS),
                submodule,
                BigDecimal.ZERO,
                false,
                sequence,
                ShortAnswer.UPRIGHT,
                false,
                0,
                0,
                0);
    }

    private static String id(String submodule, int sequence) {
        return "mock_" + submodule + "_" + sequence;
    }
}
