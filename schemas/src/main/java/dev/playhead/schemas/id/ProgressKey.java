package dev.playhead.schemas.id;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Utils;

/// The key of a record of progress, `student/material`, `student/course:<id>`,
/// `student/session:<start>` or `student/`, as the text that it is on the wire. It is split at the
/// last slash, of which ids have none.
public sealed interface ProgressKey {
    String COURSE = "course:";
    String SESSION = "session:";

    String student();

    String text();

    record OfMaterial(String student, String material) implements ProgressKey {
        @Override
        public String text() {
            return student + "/" + material;
        }
    }

    record OfCourse(String student, String course) implements ProgressKey {
        @Override
        public String text() {
            return student + "/" + COURSE + course;
        }
    }

    /// Of a sitting with shorts.
    ///
    /// @param startedAt of its first heartbeat, in epoch milliseconds
    record OfSession(String student, long startedAt) implements ProgressKey {
        @Override
        public String text() {
            return student + "/" + SESSION + startedAt;
        }
    }

    /// Of what is about the student alone: a record without a value, which says only that an
    /// activity was seen.
    record OfStudent(String student) implements ProgressKey {
        @Override
        public String text() {
            return student + "/";
        }
    }

    static ProgressKey parse(String text) {
        int slash = text.lastIndexOf('/');
        if (slash < 1) {
            throw new IllegalArgumentException("Not a key of progress: " + text);
        }
        String student = text.substring(0, slash);
        String of = text.substring(slash + 1);
        if (of.isEmpty()) {
            return new OfStudent(student);
        }
        if (of.startsWith(COURSE)) {
            return new OfCourse(student, of.substring(COURSE.length()));
        }
        return of.startsWith(SESSION)
                // A NumberFormatException is an IllegalArgumentException.
                ? new OfSession(student, Long.parseLong(of.substring(SESSION.length())))
                : new OfMaterial(student, of);
    }

    /// The partition of everything that is a student's, in every topic that is keyed by student,
    /// whatever the record's own key: where Kafka's default partitioner puts the student's name.
    static int partition(String student, int partitions) {
        byte[] key = student.getBytes(StandardCharsets.UTF_8);
        return Utils.toPositive(Utils.murmur2(key)) % partitions;
    }
}
