package dev.playhead.testing.student;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/// Merges what arrives of many visits. A visit is played when what is next to arrive could be its
/// own.
final class Arrivals implements Iterator<Delivery> {
    private final Iterator<Visit> visits;
    private final PriorityQueue<UnderWay> begun = new PriorityQueue<>(UnderWay.BY_ARRIVAL);
    private @Nullable Visit next;

    /// @param visits by their start
    Arrivals(Iterator<Visit> visits) {
        this.visits = visits;
        this.next = visits.hasNext() ? visits.next() : null;
    }

    @Override
    public boolean hasNext() {
        beginWhatIsDue();
        return !begun.isEmpty();
    }

    @Override
    public Delivery next() {
        beginWhatIsDue();
        UnderWay first = begun.poll();
        if (first == null) {
            throw new NoSuchElementException();
        }
        Delivery delivery = first.left().removeFirst();
        add(first);
        return delivery;
    }

    private void beginWhatIsDue() {
        for (Visit visit = next; visit != null && isDue(visit); visit = next) {
            add(new UnderWay(visit.number(), new ArrayDeque<>(visit.deliveries(visit.sittings()))));
            next = visits.hasNext() ? visits.next() : null;
        }
    }

    private boolean isDue(Visit visit) {
        UnderWay first = begun.peek();
        return first == null || !visit.start().isAfter(first.head().receivedAt());
    }

    private void add(UnderWay visit) {
        if (!visit.left().isEmpty()) {
            begun.add(visit);
        }
    }

    private record UnderWay(int number, Deque<Delivery> left) {
        static final Comparator<UnderWay> BY_ARRIVAL =
                Comparator.comparing(UnderWay::head, Delivery.BY_ARRIVAL).thenComparing(UnderWay::number);

        Delivery head() {
            return left.getFirst();
        }
    }
}
