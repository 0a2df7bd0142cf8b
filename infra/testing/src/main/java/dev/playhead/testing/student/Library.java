package dev.playhead.testing.student;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGenerator.SplittableGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Videos of every length to watch.
public final class Library {
    private static final Duration VIDEO_MIN = Duration.ofSeconds(30);
    private static final Duration VIDEO_MAX = Duration.ofHours(2);
    private static final Duration SHORT_MIN = Duration.ofSeconds(15);
    private static final Duration SHORT_MAX = Duration.ofSeconds(60);

    private Library() {}

    /// `video-1`, `video-2`, … and then `short-1`, …. One more of a kind changes no other of it.
    public static List<Video> of(int videos, int shorts, SplittableGenerator dice) {
        SplittableGenerator ofVideos = dice.split();
        SplittableGenerator ofShorts = dice.split();
        return Stream.concat(
                        IntStream.rangeClosed(1, videos)
                                .mapToObj(n -> Video.of("video-" + n, length(VIDEO_MIN, VIDEO_MAX, ofVideos))),
                        IntStream.rangeClosed(1, shorts)
                                .mapToObj(n -> Video.ofShort("short-" + n, length(SHORT_MIN, SHORT_MAX, ofShorts))))
                .toList();
    }

    /// Many short ones and few long ones.
    private static Duration length(Duration min, Duration max, RandomGenerator dice) {
        double ms = Math.exp(dice.nextDouble(Math.log(min.toMillis()), Math.log(max.toMillis())));
        return Duration.ofMillis(Math.round(ms));
    }
}
