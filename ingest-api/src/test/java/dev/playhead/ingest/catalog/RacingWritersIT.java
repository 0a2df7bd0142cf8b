package dev.playhead.ingest.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.playhead.ingest.Log;
import dev.playhead.ingest.broker.Cluster;
import dev.playhead.schemas.event.CompletionRule;
import dev.playhead.schemas.event.CompletionSettings;
import dev.playhead.schemas.event.Course;
import dev.playhead.schemas.serde.AvroDeserializer;
import dev.playhead.schemas.serde.AvroSerializer;
import dev.playhead.schemas.topic.TopicSettings;
import dev.playhead.testing.stack.Sandbox;
import dev.playhead.testing.stack.Stack;
import dev.playhead.web.problem.ProblemException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/// Writers of several instances, each with its own producer and its own view of the log.
class RacingWritersIT {
    private static final int WRITERS = 3;
    private static final int ROUNDS = 15;

    private final Sandbox sandbox = Stack.shared().sandbox(RacingWritersIT.class);
    private final Cluster cluster = Cluster.prepare(
            new TopicSettings(sandbox.topicPrefix(), 1, null, null),
            Map.of("bootstrap.servers", sandbox.bootstrapServers(), "schema.registry.url", sandbox.registryUrl()),
            AvroSerializer.class.getName(),
            AvroDeserializer.class.getName());

    @Test
    void every_version_is_won_once() throws ExecutionException, InterruptedException {
        List<Long> won = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<Long>>> racers = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                String title = "writer " + i;
                racers.add(threads.submit(() -> race(title)));
            }
            for (Future<List<Long>> racer : racers) {
                won.addAll(racer.get());
            }
        }

        List<Long> written = new Log(
                        sandbox.bootstrapServers(), cluster.topics().catalog().name())
                .records().stream()
                        .map(record -> ((Course) record.value()).getVersion())
                        .toList();
        assertThat(written).isSorted().doesNotHaveDuplicates().hasSize(WRITERS * ROUNDS);
        assertThat(won).containsExactlyInAnyOrderElementsOf(written);
    }

    /// Reads, and writes only what it has read: as often as it takes to win so many times.
    private List<Long> race(String title) {
        Catalog catalog = new Catalog();
        CatalogTail tail = new CatalogTail(cluster, catalog, new BrokerPulse(System::nanoTime));
        tail.start();
        List<Long> won = new ArrayList<>();
        try (CatalogWriter writer = new CatalogWriter(cluster, catalog, InstantSource.system())) {
            while (won.size() < ROUNDS) {
                if (attempt(writer, catalog, title) instanceof Outcome.Made made) {
                    won.add(made.version().orElseThrow());
                }
            }
        } finally {
            tail.stop();
        }
        return won;
    }

    private static Outcome attempt(CatalogWriter writer, Catalog catalog, String title) {
        Course seen = catalog.snapshot().course("course");
        Precondition precondition = seen == null
                ? new Precondition.Absent()
                : new Precondition.OneOf(Set.of(EntityTag.of(seen.getVersion())));
        CourseDraft draft = new CourseDraft(title, new CompletionSettings(CompletionRule.POSITION, 80, 95), List.of());
        try {
            return writer.make(new CatalogChange.Put("course", precondition, draft));
        } catch (ProblemException e) {
            return new Outcome.Refused(e.problem());
        }
    }
}
