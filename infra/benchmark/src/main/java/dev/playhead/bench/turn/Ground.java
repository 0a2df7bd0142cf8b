package dev.playhead.bench.turn;

import dev.playhead.bench.report.Figure;
import dev.playhead.bench.report.Round;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// What a measurement is given.
///
/// @param directory for its data and logs, which are there until the next run
/// @param rows of progress in the table that reads are asked of
/// @param rounds of limit and ours in turn
/// @param each how long a limit, or ours, is called in a round
/// @param profile whether recordings of the services are wanted
/// @param say is told how far it is
public record Ground(Path directory, long rows, int rounds, Duration each, boolean profile, Consumer<String> say) {

    public Ground withRows(long others) {
        return new Ground(directory, others, rounds, each, profile, say);
    }

    /// Limit and ours, one after the other, as often as was asked for.
    public List<Round> inTurn(String path, Try limit, Try ours) throws Exception {
        List<Round> done = new ArrayList<>();
        for (int round = 1; round <= rounds; round++) {
            say.accept("Measuring: %s, round %d of %d".formatted(path, round, rounds));
            done.add(new Round(limit.run(), ours.run()));
        }
        return done;
    }

    /// A directory of that name, made where it is missing.
    public Path directory(String name) {
        try {
            return Files.createDirectories(directory.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// One program, for one round.
    public interface Try {
        Figure run() throws Exception;
    }
}
