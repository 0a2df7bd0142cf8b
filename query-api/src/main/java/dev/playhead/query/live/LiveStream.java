package dev.playhead.query.live;

import dev.playhead.schemas.id.ProgressKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What waits for one client: of each material the latest state, in the order in which they came.
/// The tail of the topic puts it in and never waits; the client's own thread takes it out.
final class LiveStream {
    private static final int TAKEN_MAX = 100;

    private final Scope scope;
    private final Position from;
    private final int pendingMax;
    private final Supplier<Position> tail;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final SequencedMap<ProgressKey.OfMaterial, Update> pending = new LinkedHashMap<>();
    private Position taken;
    private @Nullable Ending ending;

    /// @param from what came before is not told
    /// @param tail how far the tail is: everything before it was offered to every stream
    LiveStream(Scope scope, Position from, int pendingMax, Supplier<Position> tail) {
        this.scope = scope;
        this.from = from;
        this.pendingMax = pendingMax;
        this.tail = tail;
        this.taken = from;
    }

    Scope scope() {
        return scope;
    }

    Position from() {
        return from;
    }

    /// Takes the place of what waits of the same material, but at the end: so what is sent is
    /// always everything up to some offset.
    void offer(Update update) {
        lock.lock();
        try {
            if (ending != null || update.isBefore(from)) {
                return;
            }
            pending.remove(update.key());
            pending.put(update.key(), update);
            if (pending.size() > pendingMax) {
                endLocked(Ending.SLOW);
            }
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    /// Only the first reason counts.
    void end(Ending why) {
        lock.lock();
        try {
            endLocked(why);
        } finally {
            lock.unlock();
        }
    }

    Optional<Ending> ending() {
        lock.lock();
        try {
            return Optional.ofNullable(ending);
        } finally {
            lock.unlock();
        }
    }

    /// Waits until there is something, or the stream has ended, or the time is over.
    Taken take(long nanosMax) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long leftNanos = nanosMax;
            while (pending.isEmpty() && ending == null && leftNanos > 0) {
                leftNanos = changed.awaitNanos(leftNanos);
            }
            return takeLocked();
        } finally {
            lock.unlock();
        }
    }

    /// The tail is asked before what waits: all that came before it is in there or was taken.
    private Taken takeLocked() {
        Position reached = tail.get();
        List<Step> steps = new ArrayList<>();
        while (!pending.isEmpty() && steps.size() < TAKEN_MAX) {
            Update update = pending.pollFirstEntry().getValue();
            Position after = taken.with(update.partition(), update.offset() + 1);
            update.state().ifPresent(state -> steps.add(new Step(state, after)));
            taken = after;
        }
        if (pending.isEmpty()) {
            taken = taken.orFurther(reached);
        }
        return new Taken(steps, taken, pending.isEmpty());
    }

    private void endLocked(Ending why) {
        if (ending == null) {
            ending = why;
            pending.clear();
            changed.signal();
        }
    }

    /// @param after where a client is that has seen this, and all before it
    record Step(State state, Position after) {}

    /// @param after where a client is that has seen all of it
    /// @param isAll whether nothing waits any more
    record Taken(List<Step> steps, Position after, boolean isAll) {}
}
