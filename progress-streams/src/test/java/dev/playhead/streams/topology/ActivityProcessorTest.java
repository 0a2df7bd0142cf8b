package dev.playhead.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.MockProcessorContext.CapturedPunctuator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ActivityProcessorTest {
    @Test
    void once_it_is_closed_nothing_of_its_stores_is_told(@TempDir Path directory) {
        MockProcessorContext<byte[], byte[]> context =
                new MockProcessorContext<>(new Properties(), new TaskId(0, 3), directory.toFile());
        context.setCurrentSystemTimeMs(0);
        List.of(
                        StateStores.WATCH_STATES,
                        StateStores.COURSE_STATES,
                        StateStores.COURSES,
                        StateStores.SHORTS_SESSIONS,
                        StateStores.AUDIENCE_PARTS)
                .forEach(name -> context.addStateStore(InMemory.store(name)));
        ActivityProcessor processor = new ActivityProcessor(
                its -> ActivityWork.of(
                        its,
                        new Values(TestTopology.TOPICS, topic -> TestTopology.values(topic, "http://localhost:1")),
                        new AtomicLong()),
                new CountingTally());
        processor.init(context);
        assertThat(context.scheduledPunctuators()).noneMatch(CapturedPunctuator::cancelled);

        processor.close();

        assertThat(context.scheduledPunctuators()).isNotEmpty().allMatch(CapturedPunctuator::cancelled);
    }
}
