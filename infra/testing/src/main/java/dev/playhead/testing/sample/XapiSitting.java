package dev.playhead.testing.sample;

import static dev.playhead.testing.sample.XapiStatement.common;
import static dev.playhead.testing.sample.XapiStatement.video;

import dev.playhead.schemas.event.Heartbeat;
import dev.playhead.schemas.event.HeartbeatSource;
import dev.playhead.schemas.event.PlaybackEvent;
import java.time.Instant;
import java.util.List;

/// A sitting with `video123`, as statements and as the heartbeats that they become. The student
/// plays, pauses, drags the slider while it is paused (of which the reference player says nothing),
/// seeks on and back, watches some of it again, and leaves.
public record XapiSitting(Instant start, String session) {
    /// What was played: 0 to 30, 100 to 120, 300 to 360, 20 to 60, 60 to 80, 40 to 60.
    public static final int WATCHED_SECONDS = 190;

    /// The same, repeats counted once.
    public static final int COVERED_SECONDS = 160;

    public static final int FURTHEST_SECONDS = 360;
    public static final int LEFT_AT_SECONDS = 60;

    public List<String> statements() {
        String played = "0[.]30[,]100[.]120[,]300[.]360";
        return List.of(
                at(0, common("initialized").length(600)),
                at(1, video("played").time(0)),
                at(31, video("paused").time(30).playedSegments("0[.]30")),
                at(61, video("played").time(100)),
                at(81, video("seeked").seek(120, 300)),
                at(141, video("paused").time(360).playedSegments(played)),
                at(151, video("seeked").seek(360, 20)),
                at(152, video("played").time(20)),
                at(192, video("paused").time(60).playedSegments(played + "[,]20[.]60")),
                at(200, common("interacted").time(60)),
                at(201, video("played").time(60)),
                at(221, video("seeked").seek(80, 40)),
                at(241, video("paused").time(60).playedSegments(played + "[,]20[.]60[,]60[.]80[,]40[.]60")),
                at(242, common("terminated").time(60)));
    }

    public List<Heartbeat> heartbeats() {
        return List.of(
                at(1, 0).playedNothingElse().build(),
                at(31, 30).event(PlaybackEvent.PAUSED).build(),
                at(61, 100).playedNothingElse().build(),
                at(80.999, 120).build(),
                at(81, 300).event(PlaybackEvent.SEEKED).playedNothingElse().build(),
                at(141, 360).event(PlaybackEvent.PAUSED).build(),
                at(150.999, 360).build(),
                at(151, 20).event(PlaybackEvent.SEEKED).playedNothingElse().build(),
                at(152, 20).playedNothingElse().build(),
                at(192, 60).event(PlaybackEvent.PAUSED).build(),
                at(200, 60).build(),
                at(201, 60).playedNothingElse().build(),
                at(220.999, 80).build(),
                at(221, 40).event(PlaybackEvent.SEEKED).playedNothingElse().build(),
                at(241, 60).event(PlaybackEvent.PAUSED).build(),
                at(242, 60).event(PlaybackEvent.CLOSED).build());
    }

    private String at(double seconds, XapiStatement statement) {
        return statement.occurredAt(after(seconds)).session(session).json();
    }

    private Heartbeats at(double seconds, double position) {
        return Heartbeats.heartbeat()
                .source(HeartbeatSource.XAPI)
                .session(session)
                .occurredAt(after(seconds))
                .position(position);
    }

    private Instant after(double seconds) {
        return start.plusMillis(Math.round(seconds * 1_000));
    }
}
