package dev.playhead.testing.student;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// All that arrives of a student and a video, in the order of arrival, and the truth behind it.
public record History(Student student, Video video, List<Delivery> deliveries, Truth truth) {
    public History {
        deliveries = List.copyOf(deliveries);
    }

    /// Empty where no report was made: the tab was killed before the first.
    static Optional<History> of(List<Visit> visits) {
        List<Sitting> all = new ArrayList<>();
        List<Delivery> deliveries = new ArrayList<>();
        for (Visit visit : visits) {
            List<Sitting> sittings = visit.sittings();
            all.addAll(sittings);
            deliveries.addAll(visit.deliveries(sittings));
        }
        if (deliveries.isEmpty()) {
            return Optional.empty();
        }
        deliveries.sort(Delivery.BY_ARRIVAL);
        Visit any = visits.getFirst();
        return Optional.of(new History(any.student(), any.video(), deliveries, Truth.of(all)));
    }
}
