package dev.playhead.query.audience;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The audience of a video, as its teachers see it.
@Schema(name = "Audience", example = AudienceAnswer.EXAMPLE)
record AudienceAnswer(
        String videoId,

        @Schema(description = "Students who watched any of it")
        long viewers,

        @Schema(description = "Sessions in which it was watched")
        long views,

        @Schema(description = "Students who completed it") long completions,

        @Schema(description = "Seconds that a viewer watched on average, repeats included")
        BigDecimal averageWatchTime,

        @Schema(description = "The furthest point that a viewer reached on average, 0 to 100")
        BigDecimal averagePercentage,

        @Schema(
                description = "How many equal parts of the video the lists below are about: one for each whole"
                        + " second, 100 at most")
        int buckets,

        @Schema(
                description = "Of each bucket, the share of viewers who saw half of it or more, 0 to 1; null where"
                        + " withheld, as the lists below")
        @Nullable List<BigDecimal> retention,

        @Schema(description = "How often each bucket was watched, repeats included") @Nullable List<Long> heat,

        @Schema(description = "Viewers who did not complete it, by the bucket in which they stand") @Nullable List<Long> exits,

        @Schema(description = "Where many stop watching, the steepest fall first; at most 5") @Nullable List<DropOff> dropOffPoints,

        @Schema(description = "What many watch over again, the most watched first; at most 5") @Nullable List<Hotspot> hotspots,

        @Schema(description = "Whether there are so few viewers that the lists would tell of each of them")
        boolean withheld) {
    static final String EXAMPLE = """
            {"video_id": "short1", "viewers": 40, "views": 61, "completions": 9, "average_watch_time": 3.086,
             "average_percentage": 66.67, "buckets": 4, "retention": [1, 0.975, 0.325, 0.325],
             "heat": [41, 39, 45, 13], "exits": [0, 26, 5, 0], "drop_off_points": [{"position": 2, "lost": 0.65}],
             "hotspots": [{"from": 2, "to": 3, "score": 0.8}], "withheld": false}""";

    static AudienceAnswer of(String video, Totals totals, int buckets, @Nullable Along along) {
        return new AudienceAnswer(
                video,
                totals.viewers(),
                totals.views(),
                totals.completions(),
                totals.averageWatchTime(),
                totals.averagePercentage(),
                buckets,
                along == null ? null : along.retention(),
                along == null ? null : along.heat(),
                along == null ? null : along.exits(),
                along == null ? null : along.dropOffs(),
                along == null ? null : along.hotspots(),
                along == null);
    }
}
