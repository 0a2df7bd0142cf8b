package dev.playhead.bench.query;

import dev.playhead.bench.load.Http;
import dev.playhead.bench.load.OpenLoop;
import dev.playhead.bench.load.OpenLoop.Call;
import dev.playhead.bench.query.Reads.Read;
import dev.playhead.bench.report.Measured;
import dev.playhead.bench.report.Round;
import dev.playhead.bench.report.Round.Latency;
import dev.playhead.bench.stack.Platform;
import dev.playhead.testing.tokens.TokenRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/// How long reads take beside the bare select of the same rows, through HTTP.
///
/// @param rows of progress in the table
/// @param each how long each of limit and ours is called in a round, and to warm up
/// @param say is told how far it is
public record QueryBench(long rows, int rounds, Duration each, Consumer<String> say) {
    private static final double GOAL = 2;

    public List<Measured> run(Platform platform, Path directory)
            throws IOException, InterruptedException, SQLException {
        Watched watched = Watched.ofRows(rows);
        try (Http http = new Http()) {
            watched.putCourse(platform, http);
            say.accept("Filling the table with %,d rows".formatted(rows));
            watched.fill(platform, () -> {});
            try (Limit limit = Limit.start(platform, directory)) {
                Map<String, String> tokens = new ConcurrentHashMap<>();
                Reads reads = new Reads(
                        http,
                        watched,
                        student -> tokens.computeIfAbsent(student, id -> platform.token(TokenRequest.student(id))),
                        platform.query(),
                        limit.url());
                return measure(reads.all());
            }
        }
    }

    /// All are warm before the first is measured: what one compiles, the others use.
    private List<Measured> measure(List<Read> reads) {
        for (Read read : reads) {
            say.accept("Warming up: " + read.path());
            latency(read, read.limit());
            latency(read, read.ours());
        }
        List<Measured> measured = new ArrayList<>();
        for (Read read : reads) {
            List<Round> done = new ArrayList<>();
            for (int round = 1; round <= rounds; round++) {
                say.accept("Measuring: %s, round %d of %d".formatted(read.path(), round, rounds));
                done.add(new Round(latency(read, read.limit()), latency(read, read.ours())));
            }
            measured.add(new Measured(read.path(), GOAL, done));
        }
        return measured;
    }

    private Latency latency(Read read, Call call) {
        return Latency.of(OpenLoop.run(read.perSecond(), each, call));
    }
}
