package dev.playhead.bench.projection;

import static dev.playhead.bench.stack.Stack.QUERY;

import dev.playhead.bench.backlog.Backlog;
import dev.playhead.bench.backlog.Broker;
import dev.playhead.bench.backlog.Drain;
import dev.playhead.bench.backlog.EventBytes;
import dev.playhead.bench.load.WarmUp;
import dev.playhead.bench.report.Figure;
import dev.playhead.bench.turn.Ground;
import dev.playhead.schemas.topic.Topic;
import java.util.List;
import java.util.Map;

/// Ours and the limit, which write the same rows one after the other.
final class Projections {
    private static final int WARM_UP = 100_000;
    private static final int ROUND_MIN = 10_000;
    private static final int ROUND_MAX = 300_000;

    private final Ground ground;
    private final Broker broker;
    private final Topic progress;
    private final EventBytes bytes;
    private final OffsetsInTable offsets;
    private final RowsWritten written;
    private final Upserts upserts;
    private final Standings standings;
    private int aRound = ROUND_MIN;
    private List<Standing> next = List.of();

    Projections(
            Ground ground,
            Broker broker,
            Topic progress,
            EventBytes bytes,
            OffsetsInTable offsets,
            RowsWritten written,
            Upserts upserts) {
        this.ground = ground;
        this.broker = broker;
        this.progress = progress;
        this.bytes = bytes;
        this.offsets = offsets;
        this.written = written;
        this.upserts = upserts;
        this.standings = new Standings(progress.partitions());
    }

    void warmUp() throws Exception {
        aRound = WARM_UP;
        double perSecond =
                WarmUp.run("query-api and the limit, %,d records at a time".formatted(aRound), ground.say(), () -> {
                    limit();
                    return ours().value();
                });
        aRound = (int) Math.clamp(perSecond * ground.each().toSeconds(), ROUND_MIN, ROUND_MAX);
    }

    Figure limit() throws Exception {
        next = standings.next(aRound);
        return Figure.of(upserts.perSecond(next));
    }

    /// Rows, as the limit counts them: what a later record of the same batch says of the same key is
    /// one row with it.
    Figure ours() throws Exception {
        double before = written.now();
        Backlog backlog = broker.put(
                progress,
                next.stream().map(each -> Standings.entry(each, bytes)).toList());
        double recordsPerSecond = new Drain(QUERY, offsets::now, ground.say()).perSecond(backlog);
        double rowsARecord = (written.now() - before) / backlog.size();
        return Figure.of(recordsPerSecond * rowsARecord)
                .with(Map.of("records_s", recordsPerSecond, "rows_a_record", rowsARecord));
    }
}
