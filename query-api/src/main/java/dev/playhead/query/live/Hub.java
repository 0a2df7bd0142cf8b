package dev.playhead.query.live;

import dev.playhead.query.catalog.Catalog;
import dev.playhead.query.catalog.Placed;
import dev.playhead.web.problem.Problem;
import dev.playhead.web.problem.ProblemException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Between the one tail of the topic and the many streams. One lock: who joins is told what is
/// remembered and then everything that follows, with nothing in between.
final class Hub {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final Catalog catalog;
    private final Recent recent;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private final Map<String, Set<LiveStream>> ofStudents = new HashMap<>();
    private final Map<String, Set<LiveStream>> ofCourses = new HashMap<>();
    private volatile Position position = Position.NONE;
    private boolean isReading;
    private boolean isClosed;

    Hub(Catalog catalog, int recentMax) {
        this.catalog = catalog;
        this.recent = new Recent(recentMax);
    }

    /// Everything before it was offered to the streams.
    Position position() {
        return position;
    }

    /// The tail begins there, knowing nothing of before. Whoever listened may have missed something.
    void begin(Position at) {
        lock.lock();
        try {
            endAll(Ending.BEHIND);
            recent.begin(at);
            position = at;
            isReading = true;
        } finally {
            lock.unlock();
        }
    }

    /// The same where nobody listens who could miss something.
    ///
    /// @return false where somebody does; then nothing is changed
    boolean beginWhereIdle(Position at) {
        lock.lock();
        try {
            if (!isIdle()) {
                return false;
            }
            recent.begin(at);
            position = at;
            moved.signalAll();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /// Whether nobody listens.
    boolean isIdle() {
        lock.lock();
        try {
            return ofStudents.isEmpty() && ofCourses.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    void apply(List<Update> updates, Position after) {
        lock.lock();
        try {
            for (Update update : updates) {
                recent.add(update);
                tell(update);
            }
            position = after;
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Has a stream told of all since where it begins.
    ///
    /// @return false, and it is not, where that is more than is remembered or than may wait for it
    /// @throws ProblemException (503) where this instance has not begun, or is about to stop
    boolean join(LiveStream stream) {
        lock.lock();
        try {
            if (isClosed || !isReading) {
                throw new ProblemException(Problem.unavailable(
                        "This instance is starting or stopping; connect again in a moment", RETRY_AFTER));
            }
            if (!recent.goesBackTo(stream.from())) {
                return false;
            }
            recent.since(stream.from(), stream.scope(), catalog.now()).forEach(stream::offer);
            return stream.ending().isEmpty() && streams(stream.scope()).add(stream);
        } finally {
            lock.unlock();
        }
    }

    void leave(LiveStream stream) {
        lock.lock();
        try {
            Set<LiveStream> beside = streams(stream.scope());
            beside.remove(stream);
            if (beside.isEmpty()) {
                byName(stream.scope()).remove(name(stream.scope()));
            }
        } finally {
            lock.unlock();
        }
    }

    /// Whether the tail comes so far in that time.
    boolean awaits(Position wanted, Duration atMost) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long leftNanos = atMost.toNanos();
            while (!position.covers(wanted) && !isClosed && leftNanos > 0) {
                leftNanos = moved.awaitNanos(leftNanos);
            }
            return position.covers(wanted);
        } finally {
            lock.unlock();
        }
    }

    void close() {
        lock.lock();
        try {
            isClosed = true;
            endAll(Ending.STOPPED);
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void tell(Update update) {
        ofStudents.getOrDefault(update.key().student(), Set.of()).forEach(each -> each.offer(update));
        if (!ofCourses.isEmpty()) {
            catalog.now()
                    .published(update.key().material())
                    .map(Placed::courseId)
                    .ifPresent(
                            course -> ofCourses.getOrDefault(course, Set.of()).forEach(each -> each.offer(update)));
        }
    }

    private void endAll(Ending why) {
        ofStudents.values().forEach(streams -> streams.forEach(each -> each.end(why)));
        ofCourses.values().forEach(streams -> streams.forEach(each -> each.end(why)));
    }

    private Set<LiveStream> streams(Scope scope) {
        return byName(scope).computeIfAbsent(name(scope), name -> new HashSet<>());
    }

    private Map<String, Set<LiveStream>> byName(Scope scope) {
        return switch (scope) {
            case Scope.OfStudent student -> ofStudents;
            case Scope.OfCourse course -> ofCourses;
        };
    }

    private static String name(Scope scope) {
        return switch (scope) {
            case Scope.OfStudent(String student) -> student;
            case Scope.OfCourse(String course) -> course;
        };
    }
}
