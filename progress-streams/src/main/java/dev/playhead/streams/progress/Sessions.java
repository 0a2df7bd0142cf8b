package dev.playhead.streams.progress;

import java.util.List;
import java.util.stream.Stream;

/// Where the last sessions of a student with a material stand, the latest by event time first.
/// Each keeps its own order, so that two devices, or a backlog that comes late, do not mix it up.
record Sessions(List<SessionCursor> cursors) {
    static final int MAX = 8;
    static final Sessions NONE = new Sessions(List.of());

    Sessions {
        cursors = List.copyOf(cursors);
    }

    boolean isEmpty() {
        return cursors.isEmpty();
    }

    SessionCursor latest() {
        return cursors.getFirst();
    }

    Sessions with(SessionCursor cursor) {
        boolean isLate = cursors.stream().anyMatch(known -> isSameSession(known, cursor) && !cursor.isAfter(known));
        if (isLate) {
            return this;
        }
        Stream<SessionCursor> others = cursors.stream().filter(known -> !isSameSession(known, cursor));
        return new Sessions(Stream.concat(others, Stream.of(cursor))
                .sorted(SessionCursor.BY_EVENT_TIME.reversed())
                .limit(MAX)
                .toList());
    }

    private static boolean isSameSession(SessionCursor one, SessionCursor other) {
        return one.session() == other.session();
    }
}
