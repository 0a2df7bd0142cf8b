package dev.playhead.query.running;

import dev.playhead.schemas.event.Audience;
import dev.playhead.schemas.event.AudienceCurve;
import dev.playhead.schemas.event.AudienceDay;
import java.time.LocalDate;
import java.util.List;
import java.util.function.IntToLongFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// Audiences as progress-streams says them.
public final class Crowd {
    private static final int BUCKETS_MAX = 100;

    private Crowd() {}

    /// Of so many viewers, each of whom watched all of it once.
    public static Audience.Builder of(String material, long viewers, int buckets) {
        return audience(material, viewers)
                .setCompletions(viewers)
                .setCurves(List.of(curve(buckets, any -> viewers, any -> viewers, any -> 0)));
    }

    public static Audience.Builder audience(String material, long viewers) {
        return Audience.newBuilder()
                .setMaterialId(material)
                .setViewers(viewers)
                .setCompletions(0)
                .setLikes(0)
                .setShares(0)
                .setViews(viewers);
    }

    public static AudienceCurve curve(
            int buckets, IntToLongFunction retention, IntToLongFunction heat, IntToLongFunction exits) {
        return new AudienceCurve(buckets, counts(buckets, retention), counts(buckets, heat), counts(buckets, exits));
    }

    public static AudienceDay.Builder day(String material, LocalDate day) {
        return AudienceDay.newBuilder()
                .setMaterialId(material)
                .setDay(day)
                .setViews(0)
                .setViewers(0)
                .setCompletions(0)
                .setWatchedMs(0);
    }

    /// Of none, one or two curves.
    static Audience of(String material, RandomGenerator dice) {
        List<AudienceCurve> curves = dice.ints(dice.nextInt(3), 1, BUCKETS_MAX + 1)
                .distinct()
                .sorted()
                .mapToObj(buckets -> curve(buckets, any -> count(dice), any -> count(dice), any -> count(dice)))
                .toList();
        return audience(material, count(dice))
                .setCompletions(count(dice))
                .setLikes(count(dice))
                .setShares(count(dice))
                .setViews(count(dice))
                .setWatchedMs(count(dice))
                .setFurthestBasisPoints(count(dice))
                .setCurves(curves)
                .build();
    }

    static AudienceDay day(String material, LocalDate day, RandomGenerator dice) {
        return day(material, day)
                .setViews(count(dice))
                .setViewers(count(dice))
                .setCompletions(count(dice))
                .setWatchedMs(count(dice))
                .build();
    }

    private static long count(RandomGenerator dice) {
        return dice.nextInt(100);
    }

    private static List<Long> counts(int buckets, IntToLongFunction count) {
        return IntStream.range(0, buckets).mapToLong(count).boxed().toList();
    }
}
