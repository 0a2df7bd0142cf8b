package dev.playhead.query.completions;

import dev.playhead.query.freshness.Reading;
import dev.playhead.query.list.Cursors;
import dev.playhead.web.problem.Problem;
import dev.playhead.web.problem.ProblemException;
import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Pages of the topic of completions, a few at once.
public final class Completions implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Completions.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final CompletionsLog topic;
    private final ConsumerPool consumers;
    private final Visibility visibility;
    private final Duration answerWithin;

    Completions(CompletionsLog topic, ConsumerPool consumers, Visibility visibility, Duration answerWithin) {
        this.topic = topic;
        this.consumers = consumers;
        this.visibility = visibility;
        this.answerWithin = answerWithin;
    }

    /// @param after a cursor's place
    CompletionsAnswer page(Optional<byte[]> after, int max, Reading reading) {
        Optional<Place> place =
                after.map(bytes -> Place.of(bytes, topic.partitions().size()));
        CompletionsLog.Asked asked = new CompletionsLog.Asked(place, max, reading.settle());
        CompletionsLog.Page page = read(asked, Deadline.in(answerWithin));
        if (!page.isVisible()) {
            reading.miss();
        }
        return new CompletionsAnswer(
                page.completions(), cursors().text(page.next().bytes()));
    }

    Cursors cursors() {
        return new Cursors("completions of " + topic.name());
    }

    @Override
    public void close() {
        consumers.close();
        visibility.admin().close(Duration.ZERO);
    }

    private CompletionsLog.Page read(CompletionsLog.Asked asked, Deadline deadline) {
        try {
            return consumers
                    .use(deadline.left(), consumer -> topic.page(consumer, asked, visibility, deadline))
                    .orElseThrow(() -> unavailable("As many are reading completions as can at once"));
        } catch (KafkaException e) {
            log.debug("The topic of completions cannot be read", e);
            throw unavailable("The completions cannot be read now");
        }
    }

    private static ProblemException unavailable(String why) {
        return new ProblemException(Problem.unavailable(why + "; try again in a moment", RETRY_AFTER));
    }
}
