package dev.playhead.streams.topology;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/// Whose state with which material: the student, a zero byte, which no id contains, the material.
/// So all of a student's materials stand together, and no other student's among them.
record WatchKey(String student, String material) {
    private static final char SEPARATOR = 0;

    static Serde<WatchKey> serde() {
        return Serdes.serdeFrom((topic, key) -> key.bytes(), (topic, bytes) -> of(bytes));
    }

    private byte[] bytes() {
        return (student + SEPARATOR + material).getBytes(StandardCharsets.UTF_8);
    }

    private static WatchKey of(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        int separator = text.indexOf(SEPARATOR);
        return new WatchKey(text.substring(0, separator), text.substring(separator + 1));
    }
}
