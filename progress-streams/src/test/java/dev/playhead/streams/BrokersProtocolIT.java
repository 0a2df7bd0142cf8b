package dev.playhead.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.playhead.testing.sample.Heartbeats;
import dev.playhead.testing.stack.Sandbox;
import dev.playhead.testing.stack.Stack;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.StreamsGroupMemberAssignment;
import org.apache.kafka.clients.admin.StreamsGroupMemberAssignment.TaskIds;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The built service where the brokers share the tasks out (`group.protocol=streams`), with a copy
/// of each task's state on another instance.
@Tag("long")
class BrokersProtocolIT {
    private static final Map<String, String> SETTINGS = Map.of(
            "SPRING_KAFKA_STREAMS_PROPERTIES_GROUP_PROTOCOL", "streams",
            "PLAYHEAD_STREAMS_STANDBYS", "1");
    private static final Duration A_WHILE = Duration.ofSeconds(60);

    private final Sandbox sandbox = Stack.shared().sandbox(BrokersProtocolIT.class);
    private final SandboxLog log = new SandboxLog(sandbox);

    @Test
    void it_folds_and_another_instance_stands_by(@TempDir Path one, @TempDir Path other) throws Exception {
        try (Service first = Service.start(sandbox, one, SETTINGS).awaitReady();
                Service second = Service.start(sandbox, other, SETTINGS).awaitReady();
                Admin admin = Admin.create(Map.of("bootstrap.servers", sandbox.bootstrapServers()))) {
            log.write(Heartbeats.at(125.5));

            await().atMost(A_WHILE).until(() -> keysOfProgress().contains("ana/video123"));
            await().atMost(A_WHILE).until(() -> standBy(admin).containsAll(active(admin)));
            assertThat(active(admin)).hasSize(Service.PARTITIONS);
            // The instance that comes to stand by is ready again when it has the state.
            first.awaitReady();
            second.awaitReady();
        }
    }

    @Test
    void it_goes_on_where_it_was_under_the_classic_protocol(@TempDir Path directory) throws Exception {
        try (Service classic = Service.start(sandbox, directory, Map.of()).awaitReady()) {
            log.write(Heartbeats.at(125.5));
            await().atMost(A_WHILE).until(() -> !keysOfProgress().isEmpty());
        }

        try (Service later = Service.start(sandbox, directory, SETTINGS).awaitReady()) {
            log.write(Heartbeats.heartbeat().video("video124").build());
            await().atMost(A_WHILE).until(() -> keysOfProgress().contains("ana/video124"));
        }

        // Had it begun anew, the first would have come again before the second.
        assertThat(keysOfProgress()).containsExactly("ana/video123", "ana/video124");
    }

    private Set<String> active(Admin admin) throws Exception {
        return tasks(admin, StreamsGroupMemberAssignment::activeTasks);
    }

    private Set<String> standBy(Admin admin) throws Exception {
        return tasks(admin, StreamsGroupMemberAssignment::standbyTasks);
    }

    private Set<String> tasks(Admin admin, Function<StreamsGroupMemberAssignment, List<TaskIds>> which)
            throws Exception {
        String group = sandbox.topicPrefix() + "progress-streams";
        return admin.describeStreamsGroups(List.of(group)).all().get().values().stream()
                .flatMap(described -> described.members().stream())
                .flatMap(member -> which.apply(member.assignment()).stream())
                .flatMap(ids -> ids.partitions().stream().map(partition -> ids.subtopologyId() + "_" + partition))
                .collect(Collectors.toSet());
    }

    private List<String> keysOfProgress() {
        return log.read("progress").stream().map(ConsumerRecord::key).toList();
    }
}
