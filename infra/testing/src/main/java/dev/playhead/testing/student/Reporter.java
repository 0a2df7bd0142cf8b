package dev.playhead.testing.student;

import dev.playhead.testing.student.Player.Word;
import dev.playhead.testing.student.WatchReport.Event;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Says what a playhead did, in the words that the device's player has.
final class Reporter {
    private final Student student;
    private final Video video;
    private final Device device;
    private final String session;
    private final Playhead playhead;
    private final List<Said> said = new ArrayList<>();
    private final List<Interval> told = new ArrayList<>();

    Reporter(Student student, Video video, Device device, String session, Playhead playhead) {
        this.student = student;
        this.video = video;
        this.device = device;
        this.session = session;
        this.playhead = playhead;
    }

    void report(Event event) {
        // Positions on both sides of a jump do not tell how far it had been played before.
        boolean isKnown = !device.player().isBare() || !playhead.hasJumped();
        List<Interval> played = playhead.report();
        said.add(new Said(words(event, played), playhead.now()));
        if (isKnown) {
            played.forEach(this::tell);
        }
    }

    Sitting sitting() {
        return new Sitting(device, said, told, playhead.now());
    }

    private WatchReport words(Event event, List<Interval> played) {
        return new WatchReport(
                student.id(),
                video.id(),
                playhead.positionMs(),
                video.durationMs(),
                where(Word.DETAILS, event),
                where(Word.SESSION, session),
                where(Word.SEQUENCE, said.size() + 1L),
                where(Word.DETAILS, device.id()),
                where(Word.RATE, playhead.rate()),
                where(Word.PLAYED, played),
                where(Word.DETAILS, device.shows(playhead.now())),
                null);
    }

    private <T> @Nullable T where(Word word, T value) {
        return device.player().says(word) ? value : null;
    }

    private void tell(Interval part) {
        if (!told.isEmpty() && told.getLast().toMs() == part.fromMs()) {
            told.add(new Interval(told.removeLast().fromMs(), part.toMs()));
        } else {
            told.add(part);
        }
    }
}
