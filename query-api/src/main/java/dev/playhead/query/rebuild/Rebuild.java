package dev.playhead.query.rebuild;

import dev.playhead.query.projection.Filling;
import dev.playhead.query.projection.ProjectedTopic;
import dev.playhead.query.projection.ProjectionFactory;
import java.io.PrintStream;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.kafka.common.TopicPartition;

/// Makes the next tables beside those that are read, fills them from the log, and puts them in
/// their place. Until then nothing of it can be seen, and when it fails nothing was.
final class Rebuild {
    /// So near to the end of the log that the rest takes no time.
    private static final long NEAR = 1_000;

    private static final long LOOK_EVERY_MS = 200;
    private static final long TRY_EVERY_MS = 500;
    private static final Duration SWITCH_WITHIN = Duration.ofMinutes(5);
    private static final int DROPS_MAX = 30;
    private static final String LOCK_TIMEOUT = "55P03";

    private final DataSource source;
    private final Schemas schemas;
    private final Carried carried;
    private final Log log;
    private final ProjectionFactory factory;
    private final PrintStream out;

    /// @param factory of projections into the next tables
    Rebuild(DataSource source, Schemas schemas, Carried carried, Log log, ProjectionFactory factory, PrintStream out) {
        this.source = source;
        this.schemas = schemas;
        this.carried = carried;
        this.log = log;
        this.factory = factory;
        this.out = out;
    }

    /// @param isAnew whether the live tables are of another log, and say nothing about this one
    /// @throws CannotRebuildException where it cannot be done now
    void run(boolean isAnew) throws SQLException, InterruptedException {
        try (Sole sole = Sole.of(source)) {
            removeLeftovers();
            requireLive();
            try {
                make(isAnew);
                fillAndSwitch(sole, isAnew);
            } finally {
                // There only where it failed.
                schemas.drop(Schemas.NEXT);
            }
            dropOld(sole);
        }
    }

    private void removeLeftovers() {
        if (schemas.exists(Schemas.NEXT)) {
            out.println("An earlier rebuild did not end. What it made is removed; this one begins at the beginning.");
            schemas.drop(Schemas.NEXT);
        }
        schemas.drop(Schemas.OLD);
    }

    private void requireLive() {
        if (!schemas.exists(Schemas.LIVE)) {
            throw new CannotRebuildException(
                    ExitStatus.NOT_POSSIBLE, "There are no tables yet. query-api makes and fills them when it starts.");
        }
    }

    private void make(boolean isAnew) {
        schemas.makeNext();
        if (schemas.isLiveNewer()) {
            throw new CannotRebuildException(
                    ExitStatus.NOT_POSSIBLE,
                    "The tables are of a later version than this one. Use the version that made them, or a later one.");
        }
        if (isAnew) {
            return;
        }
        Map<TopicPartition, Long> live = schemas.liveOffsets();
        Map<TopicPartition, Long> ends = log.ends();
        live.forEach((partition, offset) -> requireWithin(partition, offset, ends.getOrDefault(partition, 0L)));
        carried.deadLetters();
    }

    private static void requireWithin(TopicPartition partition, long offset, long end) {
        if (offset > end) {
            throw new CannotRebuildException(
                    ExitStatus.NOT_POSSIBLE,
                    "The tables are ahead of the log: they go on at offset " + offset + " of partition "
                            + partition.partition() + " of " + partition.topic() + ", and it ends at " + end
                            + ". Where the topic was made anew, say --anew: then what the"
                            + " tables say of the old one is given up. Where its end was lost, restore it.");
        }
    }

    private void fillAndSwitch(Sole sole, boolean isAnew) throws SQLException, InterruptedException {
        Report report = new Report(out, log.beginnings());
        try (Fill fill = new Fill(fillings())) {
            awaitNear(sole, fill, report);
            schemas.analyzeNext();
            Switch toNext = isAnew
                    ? new Switch(sole.connection(), fill, log::ends, () -> {})
                    : new Switch(sole.connection(), fill, schemas::liveOffsets, carried::over);
            switchOver(toNext, sole, fill, report);
            out.println("Switched. The tables that are read are the new ones, of " + fill.records() + " records.");
        }
    }

    private List<Filling> fillings() {
        return factory.topics().stream().flatMap(this::fillings).toList();
    }

    /// The partitions dealt out to as many consumers as are set.
    private Stream<Filling> fillings(ProjectedTopic topic) {
        int consumers = Math.min(topic.threads(), topic.topic().partitions());
        return IntStream.range(0, consumers)
                .mapToObj(number -> topic.partitions().stream()
                        .filter(each -> each.partition() % consumers == number)
                        .toList())
                .map(dealt -> factory.filling(topic, dealt));
    }

    private void awaitNear(Sole sole, Fill fill, Report report) throws SQLException, InterruptedException {
        Map<TopicPartition, Long> ends = log.ends();
        while (left(fill, ends) > NEAR) {
            sole.check();
            fill.check();
            report.progress(fill, ends);
            Thread.sleep(LOOK_EVERY_MS);
            ends = log.ends();
        }
    }

    private static long left(Fill fill, Map<TopicPartition, Long> ends) {
        Map<TopicPartition, Long> reached = fill.reached();
        return ends.entrySet().stream()
                .mapToLong(end ->
                        reached.containsKey(end.getKey()) ? end.getValue() - reached.get(end.getKey()) : NEAR + 1)
                .sum();
    }

    private void switchOver(Switch toNext, Sole sole, Fill fill, Report report)
            throws SQLException, InterruptedException {
        long deadlineNanos = System.nanoTime() + SWITCH_WITHIN.toNanos();
        while (!toNext.attempt()) {
            sole.check();
            fill.check();
            report.progress(fill, log.ends());
            if (System.nanoTime() - deadlineNanos > 0) {
                throw new CannotRebuildException(
                        ExitStatus.NOT_POSSIBLE,
                        "The tables could not be switched within " + SWITCH_WITHIN.toMinutes()
                                + " min: somebody reads or writes projection_offset in a long transaction, or the next"
                                + " tables do not catch up. Start again when there is less to do.");
            }
            Thread.sleep(TRY_EVERY_MS);
        }
    }

    /// Whoever began to read them before the switch may end.
    private void dropOld(Sole sole) throws SQLException, InterruptedException {
        for (int attempt = 1; attempt <= DROPS_MAX; attempt++) {
            try (Statement statement = sole.connection().createStatement()) {
                statement.execute("set lock_timeout = '1s'");
                statement.execute("drop schema " + Schemas.OLD + " cascade");
                return;
            } catch (SQLException e) {
                if (!LOCK_TIMEOUT.equals(e.getSQLState())) {
                    throw e;
                }
                Thread.sleep(TRY_EVERY_MS);
            }
        }
        out.println("Somebody still reads the old tables, in the schema " + Schemas.OLD
                + ". They are left; the next rebuild removes them, and so may you.");
    }
}
