package dev.playhead.streams.topology;

import java.nio.charset.StandardCharsets;

/// Whose sum it is, as the text that it is in topic and store: `material/part`. It is split at the
/// last slash, and goes where its material is ([OwnerPartitioner]).
///
/// @param part the partition of the students
record PartKey(String material, int part) {
    private static final char SEPARATOR = '/';

    static PartKey of(byte[] key) {
        String text = new String(key, StandardCharsets.UTF_8);
        int separator = text.lastIndexOf(SEPARATOR);
        if (separator < 0) {
            throw new IllegalArgumentException("Not the key of a part of an audience: " + text);
        }
        return new PartKey(text.substring(0, separator), Integer.parseInt(text.substring(separator + 1)));
    }

    String text() {
        return material + SEPARATOR + part;
    }

    byte[] bytes() {
        return text().getBytes(StandardCharsets.UTF_8);
    }
}
