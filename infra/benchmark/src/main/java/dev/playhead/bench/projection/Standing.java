package dev.playhead.bench.projection;

import dev.playhead.schemas.event.Heartbeat;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/// Where a student stands in a material after a heartbeat: what changes of its row.
///
/// @param partition of the student
/// @param activityOffset of the heartbeat
/// @param completedAt 0 where it is not
record Standing(
        int partition,
        long activityOffset,
        String student,
        String material,
        long positionMs,
        long furthestMs,
        long durationMs,
        long watchedMs,
        long firstWatchedAt,
        long lastWatchedAt,
        long completedAt) {
    private static final double COMPLETED = 0.8;

    static Standing first(Heartbeat heartbeat, int partition, long activityOffset) {
        return new Standing(
                        partition,
                        activityOffset,
                        heartbeat.getStudentId(),
                        heartbeat.getMaterialId(),
                        0,
                        0,
                        heartbeat.getDurationMs(),
                        0,
                        heartbeat.getOccurredAt(),
                        0,
                        0)
                .after(heartbeat, activityOffset);
    }

    Standing after(Heartbeat heartbeat, long offset) {
        long furthest = Math.max(furthestMs, heartbeat.getPositionMs());
        boolean isCompleted = completedAt == 0 && furthest >= COMPLETED * durationMs;
        return new Standing(
                partition,
                offset,
                student,
                material,
                heartbeat.getPositionMs(),
                furthest,
                durationMs,
                watchedMs + Math.abs(heartbeat.getPositionMs() - positionMs),
                firstWatchedAt,
                heartbeat.getOccurredAt(),
                isCompleted ? heartbeat.getOccurredAt() : completedAt);
    }

    Key key() {
        return new Key(student, material);
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(partition);
        out.writeLong(activityOffset);
        out.writeUTF(student);
        out.writeUTF(material);
        out.writeLong(positionMs);
        out.writeLong(furthestMs);
        out.writeLong(durationMs);
        out.writeLong(watchedMs);
        out.writeLong(firstWatchedAt);
        out.writeLong(lastWatchedAt);
        out.writeLong(completedAt);
    }

    static Standing read(DataInput in) throws IOException {
        return new Standing(
                in.readInt(),
                in.readLong(),
                in.readUTF(),
                in.readUTF(),
                in.readLong(),
                in.readLong(),
                in.readLong(),
                in.readLong(),
                in.readLong(),
                in.readLong(),
                in.readLong());
    }

    /// Of the row.
    record Key(String student, String material) {}
}
