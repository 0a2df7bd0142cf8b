package dev.playhead.streams.topology;

import dev.playhead.streams.shorts.Session;
import dev.playhead.streams.shorts.SessionFormat;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.common.serialization.BytesSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/// The sessions of students with shorts, and what one activity changes of them. It is stored when
/// all is known, or not at all; what is read is what was there before.
final class SessionStore {
    private final KeyValueStore<Bytes, byte[]> sessions;
    private final Map<StudentKey, byte @Nullable []> changes = new LinkedHashMap<>();

    SessionStore(KeyValueStore<Bytes, byte[]> sessions) {
        this.sessions = sessions;
    }

    /// Those in which something that occurred then falls; the latest first. There are two at most,
    /// since between any two lies a silence.
    List<Session> near(String student, long at) {
        List<Session> near = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> descending = sessions.reverseRange(
                StudentKey.prefix(student),
                key(student, at + Session.SILENCE_MS).bytes())) {
            while (descending.hasNext()) {
                Session session = SessionFormat.read(descending.next().value);
                if (!session.isNear(at)) {
                    break;
                }
                near.add(session);
            }
        }
        return near;
    }

    List<Session> of(String student) {
        List<Session> all = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> ascending =
                sessions.prefixScan(StudentKey.prefix(student), new BytesSerializer())) {
            ascending.forEachRemaining(each -> all.add(SessionFormat.read(each.value)));
        }
        return all;
    }

    void put(String student, Session session) {
        changes.put(key(student, session.startedAt()), SessionFormat.write(session));
    }

    void remove(String student, Session session) {
        changes.put(key(student, session.startedAt()), null);
    }

    void store() {
        changes.forEach((key, bytes) -> sessions.put(key.bytes(), bytes));
        clear();
    }

    void clear() {
        changes.clear();
    }

    /// In as many digits as there can be, so that they stand in the order of their starts.
    private static StudentKey key(String student, long startedAt) {
        return new StudentKey(student, String.format(Locale.ROOT, "%019d", startedAt));
    }
}
