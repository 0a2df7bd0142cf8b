package dev.playhead.ingest.shorts;

import dev.playhead.ingest.catalog.Stamp;
import dev.playhead.ingest.heartbeat.AgreedDuration;
import dev.playhead.ingest.heartbeat.Arrival;
import dev.playhead.ingest.heartbeat.EventTime;
import dev.playhead.ingest.heartbeat.Report;
import dev.playhead.ingest.input.Errors;
import dev.playhead.ingest.input.Fields;
import dev.playhead.ingest.input.Seconds;
import dev.playhead.schemas.event.PlaybackEvent;
import dev.playhead.schemas.event.Swipe;
import dev.playhead.schemas.id.Ids;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads what a player of shorts says. Fields it does not know are ignored: players send what they
/// like beside.
final class ProgressReader {
    private static final String PERCENTAGE = "watch_percentage";
    private static final String POSITION = "watch_time_seconds";

    /// No swipe is known to be none.
    private static final Map<String, Swipe> SWIPES = Map.of("up", Swipe.UP, "down", Swipe.DOWN, "none", Swipe.UNKNOWN);

    private final Fields fields;
    private final Errors errors;

    private ProgressReader(Fields fields, Errors errors) {
        this.fields = fields;
        this.errors = errors;
    }

    /// Empty where anything was wrong, and then that is noted.
    ///
    /// @param known what the catalog says of the short; where it says nothing, the player has to say
    /// how long it is
    static Optional<ShortReport> read(Fields fields, Optional<Stamp> known, Arrival arrival, Errors errors) {
        return new ProgressReader(fields, errors).read(known, arrival);
    }

    private Optional<ShortReport> read(Optional<Stamp> known, Arrival arrival) {
        BigDecimal duration = AgreedDuration.read(fields, known);
        BigDecimal percentage = fields.number(PERCENTAGE, BigDecimal.ZERO, Percent.MAX);
        BigDecimal position = fields.number(POSITION, BigDecimal.ZERO, Seconds.MAX);
        if (!fields.has(PERCENTAGE) && !fields.has(POSITION)) {
            fields.require(POSITION);
        }
        Swipe swipe = fields.word("swipe_direction", SWIPES);
        String session = fields.matching("session_id", Ids::isOther, Ids.OTHER_RULE);
        String device = fields.matching("device_id", Ids::isOther, Ids.OTHER_RULE);
        EventTime time = EventTime.read(fields, arrival);
        UUID eventId = fields.uuid("event_id");
        Optional<Stamp> stamp =
                known.or(() -> Optional.ofNullable(duration).map(Seconds::toMs).map(Stamp::ofUnknownShort));
        if (!errors.isEmpty() || stamp.isEmpty()) {
            return Optional.empty();
        }
        Reach reach = Reach.of(percentage, position, stamp.get());
        return Optional.of(new ShortReport(
                reach.percentage(),
                new Report(
                        reach.positionMs(),
                        stamp.get().durationMs(),
                        PlaybackEvent.PLAYING,
                        session,
                        null,
                        device,
                        null,
                        List.of(),
                        false,
                        time.occurredAt(),
                        time.saidAt(),
                        eventId == null ? null : eventId.toString(),
                        reach.furthestMs(),
                        swipe == Swipe.UNKNOWN ? null : swipe),
                stamp.get()));
    }

    /// How far a report goes.
    ///
    /// @param positionMs as it was sent, which may be behind the end
    /// @param furthestMs where the percentage says it
    private record Reach(
            BigDecimal percentage,
            long positionMs,
            @Nullable Long furthestMs) {
        static Reach of(@Nullable BigDecimal percentage, @Nullable BigDecimal position, Stamp stamp) {
            long durationMs = stamp.durationMs();
            if (percentage == null) {
                long positionMs = position == null ? 0 : Seconds.toMs(position);
                return new Reach(Percent.of(Math.min(positionMs, durationMs), durationMs), positionMs, null);
            }
            long reachedMs = Percent.ms(percentage, durationMs, stamp.threshold());
            long positionMs = position == null ? reachedMs : Seconds.toMs(position);
            return new Reach(plain(percentage), positionMs, Math.max(reachedMs, positionMs));
        }

        /// 100 is not to be answered as 1E+2.
        private static BigDecimal plain(BigDecimal percentage) {
            return percentage.scale() < 0 ? percentage.setScale(0) : percentage;
        }
    }
}
