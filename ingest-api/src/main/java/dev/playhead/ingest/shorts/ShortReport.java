package dev.playhead.ingest.shorts;

import dev.playhead.ingest.catalog.Stamp;
import dev.playhead.ingest.heartbeat.Arrival;
import dev.playhead.ingest.heartbeat.Report;
import dev.playhead.ingest.heartbeat.Stamping;
import java.math.BigDecimal;

/// What a player of shorts said, found right.
///
/// @param percentage as it was sent, or else as the position says
record ShortReport(BigDecimal percentage, Report report, Stamp stamp) {
    Watched of(String student, String id, Arrival arrival) {
        return new Watched(
                percentage,
                Stamping.heartbeat(
                        student,
                        id,
                        report,
                        stamp,
                        arrival.receivedAt(),
                        arrival.channel().source()));
    }
}
