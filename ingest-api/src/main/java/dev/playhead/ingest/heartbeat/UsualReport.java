package dev.playhead.ingest.heartbeat;

import dev.playhead.ingest.catalog.Stamp;
import dev.playhead.schemas.event.PlaybackEvent;
import dev.playhead.schemas.event.Segment;
import dev.playhead.schemas.id.Ids;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads reports in which all is usual and right, as nearly all are. Of any other it only says that
/// it is none: what is wrong with it, if anything, is [ReportReader]'s to say. A test holds the two
/// together.
final class UsualReport {
    private static final long RATE_MAX = ReportReader.RATE_MAX.longValueExact() * UsualNumber.ONE;
    private static final String UUID_FORM = "00000000-0000-0000-0000-000000000000";

    private UsualReport() {}

    static Optional<Report> read(Said said, Stamp stamp, Arrival arrival) {
        if (!said.isUsual() || !hasUsualNumbers(said, stamp) || !hasUsualIds(said)) {
            return Optional.empty();
        }
        SaidSegments played = said.played();
        Optional<List<Segment>> segments = played == null ? Optional.of(List.of()) : played.within(said.duration());
        PlaybackEvent event = event(said.event());
        Optional<EventTime> time = EventTime.ofUsual(said.occurredAt(), said.sentAt(), arrival);
        return event == null || segments.isEmpty() || time.isEmpty()
                ? Optional.empty()
                : Optional.of(report(said, event, segments.get(), time.get()));
    }

    private static Report report(Said said, PlaybackEvent event, List<Segment> played, EventTime time) {
        return new Report(
                UsualNumber.ms(said.position()),
                UsualNumber.ms(said.duration()),
                event,
                said.session(),
                said.sequence() == UsualNumber.NONE ? null : said.sequence(),
                said.device(),
                // Of so few digits the quotient is the nearest double.
                said.rate() == UsualNumber.NONE ? null : (double) said.rate() / UsualNumber.ONE,
                played,
                said.played() != null,
                time.occurredAt(),
                time.saidAt(),
                said.eventId());
    }

    private static boolean hasUsualNumbers(Said said, Stamp stamp) {
        long durationMs = UsualNumber.ms(said.duration());
        return said.position() >= 0
                && said.position() <= said.duration()
                && said.duration() <= UsualNumber.MAX
                && durationMs > 0
                && said.rate() <= RATE_MAX
                && AgreedDuration.wrong(durationMs, stamp.durationMs()).isEmpty();
    }

    private static boolean hasUsualIds(Said said) {
        return isNoneOrOther(said.session()) && isNoneOrOther(said.device()) && isNoneOrUuid(said.eventId());
    }

    private static boolean isNoneOrOther(@Nullable String id) {
        return id == null || Ids.isOther(id);
    }

    /// The documents' players say nothing, and report while they play.
    private static @Nullable PlaybackEvent event(@Nullable String word) {
        return word == null ? PlaybackEvent.PLAYING : ReportReader.EVENTS.get(word);
    }

    private static boolean isNoneOrUuid(@Nullable String id) {
        return id == null || isUuidInSmallLetters(id);
    }

    private static boolean isUuidInSmallLetters(String text) {
        if (text.length() != UUID_FORM.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isDigit = c >= '0' && c <= '9' || c >= 'a' && c <= 'f';
            if (UUID_FORM.charAt(i) == '-' ? c != '-' : !isDigit) {
                return false;
            }
        }
        return true;
    }
}
