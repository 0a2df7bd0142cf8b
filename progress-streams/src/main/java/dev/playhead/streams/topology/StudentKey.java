package dev.playhead.streams.topology;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Bytes;

/// Whose state of what: the student, a zero byte, which no id contains, the material or course. So
/// all that is a student's stands together, and no other student's among it.
///
/// @param item empty for what is about the student as a whole
record StudentKey(String student, String item) {
    private static final char SEPARATOR = 0;

    static StudentKey ofWhole(String student) {
        return new StudentKey(student, "");
    }

    static StudentKey of(Bytes key) {
        String text = new String(key.get(), StandardCharsets.UTF_8);
        int separator = text.indexOf(SEPARATOR);
        return new StudentKey(text.substring(0, separator), text.substring(separator + 1));
    }

    /// Begins the keys of all that is the student's.
    static Bytes prefix(String student) {
        return ofWhole(student).bytes();
    }

    Bytes bytes() {
        return Bytes.wrap((student + SEPARATOR + item).getBytes(StandardCharsets.UTF_8));
    }
}
