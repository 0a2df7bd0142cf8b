package dev.playhead.testing.student;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// What students mean to watch. Nothing is played before it is asked for, and it can be asked for
/// as often as one likes: the answer is the same.
public final class Attendance {
    private static final Comparator<Visit> BY_START = Comparator.comparing(Visit::start)
            .thenComparing(visit -> visit.student().id())
            .thenComparing(visit -> visit.video().id())
            .thenComparing(Visit::number);

    private final List<Student> students;
    private final Function<Student, Stream<Visit>> diary;

    Attendance(List<Student> students, Function<Student, Stream<Visit>> diary) {
        this.students = List.copyOf(students);
        this.diary = diary;
    }

    /// One for each student and video of which there is a report, student by student; in memory is
    /// one student at a time.
    public Stream<History> histories() {
        return students.stream()
                .flatMap(student -> diary
                        .apply(student)
                        .collect(Collectors.groupingBy(Visit::video, LinkedHashMap::new, Collectors.toList()))
                        .values()
                        .stream())
                .map(History::of)
                .flatMap(Optional::stream);
    }

    /// All that arrives, in the order of arrival: the deliveries of all histories. In memory are
    /// all that is planned, some 100 bytes a sitting, and the reports of the sittings of the last
    /// hours.
    public Stream<Delivery> deliveries() {
        List<Visit> visits = students.stream().flatMap(diary).sorted(BY_START).toList();
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(
                        new Arrivals(visits.iterator()), Spliterator.ORDERED | Spliterator.NONNULL),
                false);
    }
}
