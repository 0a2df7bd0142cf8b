package dev.playhead.streams.topology;

import dev.playhead.schemas.event.Audience;
import dev.playhead.schemas.event.AudienceCurve;
import dev.playhead.schemas.event.AudienceDay;
import dev.playhead.schemas.event.Heartbeat;
import dev.playhead.schemas.event.ResetProgress;
import dev.playhead.schemas.event.ShortInteraction;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/// The audiences by hand: of each student and material what [ViewerByHand] has, added up in plain
/// loops.
final class AudienceByHand {
    private final Map<String, long[]> figures = new TreeMap<>();

    /// By material and number of buckets: retention, heat and exits.
    private final Map<String, TreeMap<Integer, long[][]>> curves = new TreeMap<>();

    /// By material and day: views, viewers, completions, milliseconds.
    private final Map<String, TreeMap<LocalDate, long[]>> days = new TreeMap<>();

    /// Of a log of which no reset is of more than a material.
    static AudienceByHand of(List<ConsumerRecord<String, SpecificRecord>> activity, Predicate<String> counted) {
        Map<String, Map<String, List<SpecificRecord>>> all = new TreeMap<>();
        activity.forEach(record -> {
            String material = material(record.value());
            if (counted.test(material)) {
                all.computeIfAbsent(material, _ -> new TreeMap<>())
                        .computeIfAbsent(record.key(), _ -> new ArrayList<>())
                        .add(record.value());
            }
        });
        AudienceByHand byHand = new AudienceByHand();
        all.forEach((material, students) -> students.values().forEach(its -> byHand.add(material, its)));
        return byHand;
    }

    private static String material(SpecificRecord activity) {
        return switch (activity) {
            case Heartbeat heartbeat -> heartbeat.getMaterialId();
            case ShortInteraction interaction -> interaction.getMaterialId();
            case ResetProgress reset -> String.valueOf(reset.getMaterialId());
            default -> throw new IllegalArgumentException(activity.toString());
        };
    }

    /// @param activity all that one student did with it, in the order it came
    void add(String material, List<? extends SpecificRecord> activity) {
        long longest = 1;
        for (SpecificRecord each : activity) {
            if (each instanceof Heartbeat heartbeat) {
                longest = Math.max(longest, heartbeat.getDurationMs());
            }
        }
        ViewerByHand viewer = new ViewerByHand(longest);
        activity.forEach(viewer::take);
        addFigures(material, viewer);
        addDays(material, viewer);
        if (viewer.isViewer()) {
            addCurve(material, viewer);
        }
    }

    /// By key, of materials that somebody has something to do with.
    Map<String, SpecificRecord> audience() {
        Map<String, SpecificRecord> said = new TreeMap<>();
        figures.forEach((material, its) -> said.put(
                material,
                new Audience(material, its[0], its[1], its[2], its[3], its[4], its[5], its[6], curves(material))));
        return Audiences.withoutNothing(said);
    }

    /// By key, of days on which something was done.
    Map<String, SpecificRecord> daily() {
        Map<String, SpecificRecord> said = new TreeMap<>();
        days.forEach((material, its) -> its.forEach((day, of) ->
                said.put(material + "/" + day, new AudienceDay(material, day, of[0], of[1], of[2], of[3]))));
        return said;
    }

    private void addFigures(String material, ViewerByHand viewer) {
        long[] its = figures.computeIfAbsent(material, _ -> new long[7]);
        its[2] += viewer.isLiked ? 1 : 0;
        its[3] += viewer.shares.size();
        if (!viewer.isViewer()) {
            return;
        }
        its[0]++;
        its[1] += viewer.completedOn == null ? 0 : 1;
        its[4] += viewer.views();
        its[5] += viewer.reel.playedMs();
        its[6] += BigDecimal.valueOf(Math.min(viewer.furthestMs, viewer.reel.durationMs()))
                .multiply(BigDecimal.valueOf(10_000))
                .divide(BigDecimal.valueOf(viewer.reel.durationMs()), 0, RoundingMode.HALF_UP)
                .longValue();
    }

    private void addDays(String material, ViewerByHand viewer) {
        TreeMap<LocalDate, long[]> its = days.computeIfAbsent(material, _ -> new TreeMap<>());
        viewer.viewsAndWatchedMs.forEach((day, done) -> {
            long[] of = its.computeIfAbsent(day, _ -> new long[4]);
            of[0] += done[0];
            of[1]++;
            of[3] += done[1];
        });
        if (viewer.completedOn != null) {
            its.computeIfAbsent(viewer.completedOn, _ -> new long[4])[2]++;
        }
    }

    private void addCurve(String material, ViewerByHand viewer) {
        long[] heat = viewer.reel.heat();
        long[] retention = viewer.reel.retention();
        long[][] its = curves.computeIfAbsent(material, _ -> new TreeMap<>())
                .computeIfAbsent(heat.length, buckets -> new long[3][buckets]);
        for (int bucket = 0; bucket < heat.length; bucket++) {
            its[0][bucket] += retention[bucket];
            its[1][bucket] += heat[bucket];
        }
        if (viewer.completedOn == null) {
            long bucket = viewer.positionMs() * heat.length / viewer.reel.durationMs();
            its[2][(int) Math.min(bucket, heat.length - 1)]++;
        }
    }

    private List<AudienceCurve> curves(String material) {
        List<AudienceCurve> all = new ArrayList<>();
        curves.getOrDefault(material, new TreeMap<>()).forEach((buckets, its) -> {
            AudienceCurve curve = new AudienceCurve(buckets, list(its[0]), list(its[1]), list(its[2]));
            if (sum(curve.getRetention()) + sum(curve.getHeat()) + sum(curve.getExits()) > 0) {
                all.add(curve);
            }
        });
        return all;
    }

    private static List<Long> list(long[] numbers) {
        List<Long> list = new ArrayList<>();
        for (long number : numbers) {
            list.add(number);
        }
        return list;
    }

    private static long sum(List<Long> numbers) {
        long sum = 0;
        for (long number : numbers) {
            sum += number;
        }
        return sum;
    }
}
