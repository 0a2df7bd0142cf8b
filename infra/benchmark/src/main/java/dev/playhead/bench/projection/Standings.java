package dev.playhead.bench.projection;

import dev.playhead.bench.backlog.Entry;
import dev.playhead.bench.backlog.EventBytes;
import dev.playhead.bench.backlog.PrimeTime;
import dev.playhead.bench.projection.Standing.Key;
import dev.playhead.schemas.event.Heartbeat;
import dev.playhead.schemas.event.MaterialKind;
import dev.playhead.schemas.event.MaterialProgress;
import dev.playhead.schemas.id.ActivityPlace;
import dev.playhead.schemas.id.ProgressKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.header.internals.RecordHeaders;

/// What the topology would say after each of the simulator's heartbeats, as far as the projection
/// is concerned: the same keys in the same order, and rows of the same size.
final class Standings {
    private final PrimeTime students = new PrimeTime();
    private final Map<Key, Standing> known = new HashMap<>();
    private final long[] offsets;

    Standings(int partitions) {
        offsets = new long[partitions];
    }

    List<Standing> next(int count) {
        List<Standing> next = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            Heartbeat heartbeat = students.next();
            int partition = ProgressKey.partition(heartbeat.getStudentId(), offsets.length);
            Standing standing = after(heartbeat, partition, offsets[partition]++);
            known.put(standing.key(), standing);
            next.add(standing);
        }
        return next;
    }

    static Entry entry(Standing standing, EventBytes bytes) {
        RecordHeaders headers = new RecordHeaders();
        new ActivityPlace(standing.partition(), standing.activityOffset()).writeTo(headers);
        return bytes.entry(
                standing.student(),
                new ProgressKey.OfMaterial(standing.student(), standing.material()).text(),
                standing.lastWatchedAt(),
                progress(standing),
                List.of(headers.toArray()));
    }

    private Standing after(Heartbeat heartbeat, int partition, long offset) {
        Standing before = known.get(new Key(heartbeat.getStudentId(), heartbeat.getMaterialId()));
        return before == null ? Standing.first(heartbeat, partition, offset) : before.after(heartbeat, offset);
    }

    private static MaterialProgress progress(Standing standing) {
        return MaterialProgress.newBuilder()
                .setStudentId(standing.student())
                .setMaterialId(standing.material())
                .setCourseId(PrimeTime.COURSE)
                .setKind(MaterialKind.VIDEO)
                .setPositionMs(standing.positionMs())
                .setFurthestMs(standing.furthestMs())
                .setDurationMs(standing.durationMs())
                .setWatchedMs(standing.watchedMs())
                .setFirstWatchedAt(standing.firstWatchedAt())
                .setLastWatchedAt(standing.lastWatchedAt())
                .setCompletedAt(standing.completedAt() == 0 ? null : Long.valueOf(standing.completedAt()))
                .setAttempt(1)
                .build();
    }
}
