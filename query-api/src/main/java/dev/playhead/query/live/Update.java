package dev.playhead.query.live;

/// A state, and the place in the topic of progress that says it.
record Update(State state, int partition, long offset) {
    boolean isBefore(Position position) {
        return offset < position.of(partition);
    }
}
