package dev.playhead.streams.topology;

import dev.playhead.schemas.id.DeadLetter;
import java.util.ArrayList;
import java.util.List;

final class CountingTally implements Tally {
    final List<DeadLetter.Reason> deadLetters = new ArrayList<>();
    int heartbeats;
    int completions;
    int interactions;
    int resets;

    @Override
    public void heartbeat(int completed) {
        heartbeats++;
        completions += completed;
    }

    @Override
    public void interaction() {
        interactions++;
    }

    @Override
    public void reset() {
        resets++;
    }

    @Override
    public void deadLetter(DeadLetter.Reason reason) {
        deadLetters.add(reason);
    }
}
