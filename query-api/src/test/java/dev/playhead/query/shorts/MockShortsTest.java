package dev.playhead.query.shorts;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is made up is what players were written against, value by value.
class MockShortsTest {
    private static final String BUCKET = "https://commondatastorage.googleapis.com/gtv-videos-bucket/sample/";
    private static final String[] SUBMODULES = {
        "1.1", "1.2", "1.3", "1.4", "1.5", "2.1", "2.2", "2.3", "2.4", "2.5", "3.1", "3.2", "3.3", "3.4", "3.5", "4.1",
        "4.2", "4.3", "4.4", "5.1", "5.2", "5.3", "5.4"
    };
    private static final String[] FILES = {"BigBuckBunny.mp4", "ElephantsDream.mp4", "ForBiggerBlazes.mp4"};

    @Test
    void a_session_has_forty_nine() {
        ShortsAnswer answer = all(null);

        assertThat(answer.count()).isEqualTo(49);
        assertThat(answer.videos()).isEqualTo(asWritten());
        assertThat(answer.success()).isTrue();
        assertThat(answer.degraded()).isNull();
    }

    @Test
    void the_first_file_is_the_second_and_the_lengths_are_45_52_and_59() {
        List<ShortAnswer> all = all(null).videos();

        assertThat(all.getFirst().filePath()).isEqualTo(BUCKET + "ElephantsDream.mp4");
        assertThat(all.get(2).filePath()).isEqualTo(BUCKET + "BigBuckBunny.mp4");
        assertThat(all.stream().filter(each -> each.submoduleId().equals("2.5")))
                .extracting(each -> each.id() + " " + each.durationSeconds())
                .containsExactly("mock_2.5_1 45", "mock_2.5_2 52", "mock_2.5_3 59");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.1", "1.2", "3.5", "5.4"})
    void it_goes_round_from_a_submodule(String start) {
        List<ShortAnswer> expected = new ArrayList<>(asWritten());
        while (!expected.getFirst().submoduleId().equals(start)) {
            expected.addLast(expected.removeFirst());
        }

        assertThat(all(start).videos()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1.6", "9", "nonsense"})
    void one_that_there_is_not_begins_at_the_beginning(String start) {
        assertThat(all(start).videos()).isEqualTo(asWritten());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.1", "1.5", "99.9"})
    void a_submodule_has_two_whichever_it_is(String submodule) {
        assertThat(MockShorts.answer(new Choice.OfSubmodule(submodule)).videos())
                .containsExactly(
                        made(submodule, 1, "Første video for modul " + submodule, FILES[0], 45),
                        made(submodule, 2, "Andre video for modul " + submodule, FILES[1], 52));
    }

    @Test
    void there_is_one_sitting_in_which_nothing_was_watched_of_the_first() {
        SessionAnswer session = MockShorts.sessions(Long.MAX_VALUE).getFirst();
        long startedMs = session.started().toEpochMilli();

        assertThat(session.current()).isEqualTo(all(null).videos().getFirst().id());
        assertThat(session.watchedSeconds()).isZero();
        assertThat(MockShorts.sessions(startedMs + 1)).containsExactly(session);
        assertThat(MockShorts.sessions(startedMs)).isEmpty();
    }

    /// As the document's loop has it, line by line.
    private static List<ShortAnswer> asWritten() {
        List<ShortAnswer> all = new ArrayList<>();
        int videoCounter = 0;
        for (String submodule : SUBMODULES) {
            int videosPerSubmodule = Float.parseFloat(submodule) % 1 != 0.5 ? 2 : 3;
            for (int i = 0; i < videosPerSubmodule; i++) {
                videoCounter++;
                all.add(made(
                        submodule,
                        i + 1,
                        "Video " + (i + 1) + " for submodule " + submodule,
                        FILES[videoCounter % FILES.length],
                        45 + i * 7));
            }
        }
        return all;
    }

    private static ShortAnswer made(String submodule, int number, String description, String file, int seconds) {
        return new ShortAnswer(
                "mock_" + submodule + "_" + number,
                "Modul " + submodule + " - Del " + number,
                description,
                BUCKET + file,
                BigDecimal.valueOf(seconds),
                submodule,
                BigDecimal.ZERO,
                false,
                number,
                "9:16",
                false,
                0,
                0,
                0);
    }

    private static ShortsAnswer all(@Nullable String start) {
        return MockShorts.answer(new Choice.AllFrom(Optional.ofNullable(start)));
    }
}
