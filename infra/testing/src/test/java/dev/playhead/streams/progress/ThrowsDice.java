package dev.playhead.streams.progress;

import java.util.UUID;

record ThrowsDice(String id) {
    static ThrowsDice thrown() {
        return new ThrowsDice(UUID.randomUUID().toString());
    }
}
