package dev.playhead.query.audience;

import dev.playhead.query.catalog.Decimals;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/// What was done on each day.
@Schema(name = "Timeline", example = TimelineAnswer.EXAMPLE)
record TimelineAnswer(
        @Schema(
                description = "The earliest first, and of each the videos in the course's order; those on which"
                        + " nothing was done are left out")
        List<Day> days) {
    static final String EXAMPLE = """
            {"days": [{"date": "2026-11-21", "video_id": "video123", "views": 12, "viewers": 9, "completions": 2,
                       "watched_seconds": 2841.5}]}""";

    static TimelineAnswer of(List<DayRow> rows) {
        return new TimelineAnswer(rows.stream().map(Day::of).toList());
    }

    @Schema(name = "TimelineDay")
    record Day(
            @Schema(description = "In UTC, of the time at which it occurred")
            LocalDate date,

            String videoId,

            @Schema(description = "Sessions that began") long views,

            @Schema(description = "Students who watched it on that day")
            long viewers,

            @Schema(description = "Students who completed it on that day")
            long completions,

            @Schema(description = "Repeats included") BigDecimal watchedSeconds) {

        static Day of(DayRow row) {
            return new Day(
                    row.day(),
                    row.video(),
                    row.views(),
                    row.viewers(),
                    row.completions(),
                    Decimals.seconds(row.watchedMs()));
        }
    }
}
