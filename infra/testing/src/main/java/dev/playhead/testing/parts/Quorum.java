package dev.playhead.testing.parts;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.Uuid;

/// Who keeps the cluster's metadata: all nodes, each broker and controller at once.
///
/// @param node whose settings these are, from 1
/// @param controllerPorts of all nodes, in their order
/// @param clusterId what the nodes' directories are formatted with
public record Quorum(int node, List<Integer> controllerPorts, String clusterId) {
    public Quorum {
        controllerPorts = List.copyOf(controllerPorts);
    }

    static Quorum ofOne(int controllerPort) {
        return new Quorum(1, List.of(controllerPort), Uuid.randomUuid().toString());
    }

    int nodes() {
        return controllerPorts.size();
    }

    /// As `controller.quorum.voters` takes it.
    String voters() {
        return IntStream.range(0, nodes())
                .mapToObj(i -> i + 1 + "@127.0.0.1:" + controllerPorts.get(i))
                .collect(Collectors.joining(","));
    }
}
