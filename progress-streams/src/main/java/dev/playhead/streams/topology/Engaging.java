package dev.playhead.streams.topology;

import dev.playhead.schemas.event.ShortInteraction;
import dev.playhead.streams.progress.Fold;
import dev.playhead.streams.progress.WatchState;

/// What is done with a short other than watch it.
final class Engaging {
    private final Ledger ledger;
    private final Outbox outbox;

    Engaging(Ledger ledger, Outbox outbox) {
        this.ledger = ledger;
        this.outbox = outbox;
    }

    void apply(ShortInteraction interaction) {
        StudentKey key = new StudentKey(interaction.getStudentId(), interaction.getMaterialId());
        WatchState before = ledger.current(key, interaction.getCourseId());
        WatchState after = Fold.advance(before, interaction);
        ledger.change(key, before, after);
        outbox.material(key, after);
    }
}
