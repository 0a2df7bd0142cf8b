package dev.playhead.query.completions;

import dev.playhead.web.problem.Problem;
import dev.playhead.web.problem.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/// The topic of completions. It is the ordered list that is asked for, and kept for good: nothing
/// is copied out of it.
record CompletionsLog(String name, List<TopicPartition> partitions, CompletionReader reader) {

    static CompletionsLog of(String topic, int partitions, CompletionReader reader) {
        List<TopicPartition> all = IntStream.range(0, partitions)
                .mapToObj(number -> new TopicPartition(topic, number))
                .toList();
        return new CompletionsLog(topic, all, reader);
    }

    /// @param after empty for the beginning
    /// @param awaited partitions of which all that is written is to be in it
    record Asked(Optional<Place> after, int max, Set<Integer> awaited) {}

    /// @param isVisible whether it is
    record Page(List<Completion> completions, Place next, boolean isVisible) {}

    /// What there is, to where the topic ends now.
    ///
    /// @throws KafkaException where nothing could be read by the deadline
    Page page(Consumer<byte[], byte[]> consumer, Asked asked, Visibility visibility, Deadline deadline) {
        consumer.assign(partitions);
        boolean isVisible = visibility.awaited(consumer, of(asked.awaited()), deadline);
        List<Lane> lanes = lanes(
                asked.after(),
                consumer.beginningOffsets(partitions, deadline.left()),
                consumer.endOffsets(partitions, deadline.left()));
        lanes.forEach(lane -> consumer.seek(lane.partition(), lane.next()));
        Place begin = next(lanes);
        List<Completion> completions = new PageReading(consumer, lanes, deadline).read(asked.max(), reader::read);
        if (next(lanes).equals(begin) && !lanes.stream().allMatch(Lane::isAtEnd)) {
            throw new KafkaException("There is more, and nothing of it came in time");
        }
        // What was fetched beyond the page is not kept.
        consumer.unsubscribe();
        return new Page(completions, next(lanes), isVisible);
    }

    private List<TopicPartition> of(Set<Integer> numbers) {
        return numbers.stream().map(partitions::get).toList();
    }

    private List<Lane> lanes(Optional<Place> after, Map<TopicPartition, Long> begins, Map<TopicPartition, Long> ends) {
        return partitions.stream()
                .map(partition ->
                        lane(partition, after, begins.getOrDefault(partition, 0L), ends.getOrDefault(partition, 0L)))
                .toList();
    }

    private static Lane lane(TopicPartition partition, Optional<Place> after, long begin, long end) {
        long from =
                after.map(place -> place.offsets().get(partition.partition())).orElse(begin);
        if (from < begin || from > end) {
            throw new ProblemException(Problem.invalid(
                    "after",
                    "is a place that the log does not have: it was made anew, or cut; leave it out to read from the"
                            + " beginning"));
        }
        return new Lane(partition, from, end);
    }

    private static Place next(List<Lane> lanes) {
        return new Place(lanes.stream().map(Lane::next).toList());
    }
}
