package dev.playhead.ingest.shorts;

import dev.playhead.ingest.catalog.Stamp;
import dev.playhead.ingest.heartbeat.Arrival;
import dev.playhead.ingest.heartbeat.Channel;
import dev.playhead.ingest.heartbeat.Throttle;
import dev.playhead.schemas.event.ShortInteraction;
import dev.playhead.schemas.id.WriteToken;
import dev.playhead.web.caller.Caller;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/// Takes what students do with shorts other than watch them. It has a rate of its own, so that who
/// watches can like.
public final class Interactions {
    private final Shorts shorts;
    private final Throttle throttle;
    private final InteractionMeters meters;
    private final InstantSource clock;

    public Interactions(Shorts shorts, Throttle throttle, InteractionMeters meters, InstantSource clock) {
        this.shorts = shorts;
        this.throttle = throttle;
        this.meters = meters;
        this.clock = clock;
    }

    /// Keeps what was done, once it is found right.
    ///
    /// @param read what was done, of when it came in
    /// @return where it is in the log; empty where nothing is kept
    Optional<WriteToken> take(
            Caller student, String id, Function<Arrival, Ruling<Deed>> read, HttpServletResponse response) {
        Arrival arrival = new Arrival(Channel.SHORTS, clock.millis());
        ShortInteraction interaction = shorts.find(student, id)
                .then(known -> read.apply(arrival)
                        .then(deed -> Ruling.granted(deed.of(
                                student.subject(),
                                id,
                                known.map(Stamp::courseId).orElse(null),
                                arrival))))
                .then(done -> inTime(done, response))
                .orThrow(meters::refused);
        return shorts.keep(interaction);
    }

    private Ruling<ShortInteraction> inTime(ShortInteraction done, HttpServletResponse response) {
        return throttle.refusal(done.getStudentId(), done.getMaterialId(), response)
                .<Ruling<ShortInteraction>>map(Ruling.Denied::new)
                .orElseGet(() -> Ruling.granted(done));
    }
}
