package dev.playhead.streams.shorts;

record AsksTheTime(long atMs) {
    static AsksTheTime now() {
        return new AsksTheTime(System.currentTimeMillis());
    }
}
