package dev.playhead.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.playhead.schemas.event.Audience;
import dev.playhead.schemas.id.ActivityMarks;
import dev.playhead.schemas.id.ActivityPlace;
import dev.playhead.schemas.topic.Topic;
import dev.playhead.schemas.topic.TopicSettings;
import dev.playhead.schemas.topic.Topics;
import dev.playhead.schemas.topic.TopicsOnCluster;
import dev.playhead.streams.Service;
import dev.playhead.testing.stack.Sandbox;
import dev.playhead.testing.stack.Stack;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The built service on a real broker, killed as the kernel kills.
class ExactlyOnceIT {
    private static final long SEED = Long.getLong("playhead.seed", System.nanoTime());
    private static final int KILLS = Integer.getInteger("playhead.kills", 2);
    private static final int SOME = 1_000;
    private static final Duration A_WHILE = Duration.ofSeconds(60);

    /// The session's 6 s, a rebalance, the rest of an abandoned transaction.
    private static final Duration WITHOUT_STALL = Duration.ofSeconds(12);

    private final Sandbox sandbox = Stack.shared().sandbox(ExactlyOnceIT.class);
    private final Topics topics = Topics.of(new TopicSettings(sandbox.topicPrefix(), Service.PARTITIONS, null, null));

    @Test
    void killed_at_random_it_loses_nothing_and_says_nothing_twice_and_an_empty_disk_is_filled(
            @TempDir Path directory, @TempDir Path empty) {
        System.out.println("-Dplayhead.seed=" + SEED + " -Dplayhead.kills=" + KILLS);
        Random random = new Random(SEED);
        ensureTopics();
        try (Students students = Students.watching(sandbox, topics.activity(), SEED)) {
            for (int kill = 0; kill < KILLS; kill++) {
                try (Service service = start(directory)) {
                    awaitMoreProgress(random.nextInt(SOME));
                    service.process().kill();
                }
            }
            students.stop();
            try (Service service = start(empty).awaitReady()) {
                awaitAllProgress();
                awaitAllAudiences();
                assertThat(service.status("/actuator/health/readiness")).isEqualTo(200);
            }
        }
        PureFold fold = assertThatProgressIsThatOfThePureFold();
        assertThat(stored()).isEqualTo(fold.stored());
    }

    @Test
    void killed_it_is_replaced_by_another_instance_without_a_stall(@TempDir Path one, @TempDir Path other) {
        ensureTopics();
        try (Students students = Students.watching(sandbox, topics.activity(), SEED);
                Service killed = start(one).awaitReady();
                Service left = start(other).awaitReady()) {
            awaitMoreProgress(SOME);

            killed.process().kill();
            long killedAt = System.nanoTime();
            Map<Integer, Long> then = sizes();
            await().atMost(WITHOUT_STALL).until(() -> movedOn(then));

            System.out.println("All partitions moved on after "
                    + Duration.ofNanos(System.nanoTime() - killedAt).toMillis() + " ms");
            students.stop();
            awaitAllProgress();
            awaitAllAudiences();
            assertThat(left.status("/actuator/health/readiness")).isEqualTo(200);
        }
        assertThatProgressIsThatOfThePureFold();
    }

    private Service start(Path directory) {
        return Service.start(sandbox, directory, Map.of());
    }

    private void ensureTopics() {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", sandbox.bootstrapServers()))) {
            TopicsOnCluster.ensure(admin, topics.all(), null);
        }
    }

    private void awaitMoreProgress(int atLeast) {
        long before = Committed.size(sandbox, topics.progress());
        await().atMost(A_WHILE).until(() -> Committed.size(sandbox, topics.progress()) > before + atLeast);
    }

    private Map<Integer, Long> sizes() {
        return Committed.sizes(sandbox, topics.progress());
    }

    private boolean movedOn(Map<Integer, Long> then) {
        Map<Integer, Long> now = sizes();
        return then.entrySet().stream().allMatch(size -> now.getOrDefault(size.getKey(), 0L) > size.getValue());
    }

    private void awaitAllProgress() {
        int all = Committed.records(sandbox, topics.activity()).size();
        await().atMost(A_WHILE)
                .pollInterval(Duration.ofMillis(500))
                .until(() -> Committed.records(sandbox, topics.progress()).stream()
                                .filter(record -> !ActivityMarks.isMore(record.headers()))
                                .count()
                        >= all);
    }

    /// They are told once a second, by what is still running.
    private void awaitAllAudiences() {
        PureFold fold = PureFold.of(inOrder(topics.activity()));
        await().atMost(A_WHILE).pollInterval(Duration.ofMillis(500)).untilAsserted(() -> {
            assertThat(Committed.latest(sandbox, topics.audience())).isEqualTo(fold.audience());
            assertThat(Committed.latest(sandbox, topics.audienceDaily())).isEqualTo(fold.audienceDaily());
        });
    }

    /// Record by record, in order, each with the place it came from.
    private PureFold assertThatProgressIsThatOfThePureFold() {
        PureFold fold = PureFold.of(inOrder(topics.activity()));

        assertThat(fold.progress()).hasSizeGreaterThan(SOME);
        assertThat(fold.completions()).hasSizeGreaterThan(3).doesNotHaveDuplicates();
        assertThat(said(topics.progress())).isEqualTo(fold.progress());
        assertThat(said(topics.completions())).isEqualTo(fold.completions());
        assertThat(fold.sessions()).isNotEmpty();
        assertThat(Committed.latest(sandbox, topics.shortsSessions())).isEqualTo(fold.sessions());
        assertThatAudiencesAreThoseCountedByHand();
        assertThatLikesAreThoseCountedByHand();
        return fold;
    }

    /// Every figure, by nothing but what is in the log: of those of whom all can be counted so.
    private void assertThatAudiencesAreThoseCountedByHand() {
        AudienceByHand byHand =
                AudienceByHand.of(inOrder(topics.activity()), material -> material.startsWith(Students.COUNTED));

        assertThat(byHand.audience()).isNotEmpty();
        assertThat(Audiences.withoutNothing(counted(topics.audience()))).isEqualTo(byHand.audience());
        assertThat(counted(topics.audienceDaily())).isEqualTo(byHand.daily());
    }

    private Map<String, SpecificRecord> counted(Topic topic) {
        Map<String, SpecificRecord> latest = Committed.latest(sandbox, topic);
        latest.keySet().removeIf(key -> !key.startsWith(Students.COUNTED));
        return latest;
    }

    /// Of all others too. Who completed what is the fold's to say.
    private void assertThatLikesAreThoseCountedByHand() {
        ShortsByHand byHand = ShortsByHand.of(inOrder(topics.activity()));
        Map<String, SpecificRecord> said = Committed.latest(sandbox, topics.audience());

        assertThat(said.values())
                .allSatisfy(each -> {
                    Audience audience = (Audience) each;
                    Audience counted = byHand.audience(audience.getMaterialId());
                    assertThat(audience.getViewers()).isEqualTo(counted.getViewers());
                    assertThat(audience.getLikes()).isEqualTo(counted.getLikes());
                    assertThat(audience.getShares()).isEqualTo(counted.getShares());
                })
                .anyMatch(each -> ((Audience) each).getLikes() > 1)
                .anyMatch(each -> ((Audience) each).getShares() > 1);
    }

    private Map<String, String> stored() {
        String changelog = sandbox.topicPrefix() + "progress-streams-" + StateStores.WATCH_STATES + "-changelog";
        return PureFold.hex(Committed.latest(sandbox, changelog));
    }

    /// Sessions aside, which are looked at by themselves.
    private List<String> said(Topic topic) {
        return inOrder(topic).stream()
                .filter(record -> !record.key().contains("/session:"))
                .map(record -> PureFold.text(
                        ActivityPlace.of(record.headers()).orElseThrow(),
                        record.key(),
                        record.timestamp(),
                        record.value()))
                .toList();
    }

    private List<ConsumerRecord<String, SpecificRecord>> inOrder(Topic topic) {
        List<ConsumerRecord<String, SpecificRecord>> records = Committed.records(sandbox, topic);
        records.sort(Comparator.<ConsumerRecord<String, SpecificRecord>>comparingInt(ConsumerRecord::partition)
                .thenComparingLong(ConsumerRecord::offset));
        return records;
    }
}
