package dev.playhead.streams.topology;

final class CountingTally implements Tally {
    int heartbeats;
    int completions;

    @Override
    public void heartbeat() {
        heartbeats++;
    }

    @Override
    public void completion() {
        completions++;
    }
}
