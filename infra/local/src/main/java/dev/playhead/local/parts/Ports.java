package dev.playhead.local.parts;

import dev.playhead.local.terminal.RefusedException;
import dev.playhead.testing.parts.FreePorts;
import java.util.Arrays;
import java.util.stream.IntStream;

/// Where everything listens, all moved by the same number.
public record Ports(int offset) {
    private static final int LARGEST = 65_535;
    private static final int STEP = 50;

    /// What listens on its own default port.
    public enum Listener {
        FRONT_DOOR("the front door", 8080),
        INGEST("ingest-api", 8081),
        INGEST_MANAGEMENT("ingest-api's management", 8091),
        QUERY("query-api", 8082),
        QUERY_MANAGEMENT("query-api's management", 8092),
        STREAMS("progress-streams", 8083),
        REGISTRY("the schema registry", 8085),
        REGISTRY_MANAGEMENT("the schema registry's management", 8095),
        KAFKA("Kafka", 9092),
        KAFKA_CONTROLLER("Kafka's controller", 9093),
        POSTGRES("PostgreSQL", 5433);

        private final String title;
        private final int standard;

        Listener(String title, int standard) {
            this.title = title;
            this.standard = standard;
        }
    }

    public Ports {
        if (offset < 0 || Arrays.stream(Listener.values()).anyMatch(each -> each.standard + offset > LARGEST)) {
            throw new RefusedException("--port-offset " + offset + " does not leave every port between 1 and " + LARGEST
                    + ". Choose 0 to " + (LARGEST - Listener.KAFKA_CONTROLLER.standard) + ".");
        }
    }

    /// Moved by the first number, from that one on, by which all of them are free.
    public static Ports firstFree(int from) {
        return IntStream.iterate(from, offset -> offset + STEP)
                .mapToObj(Ports::new)
                .filter(Ports::areFree)
                .findFirst()
                .orElseThrow();
    }

    public int of(Listener listener) {
        return listener.standard + offset;
    }

    public String address(Listener listener) {
        return "127.0.0.1:" + of(listener);
    }

    public String url(Listener listener) {
        return "http://" + address(listener);
    }

    /// @throws RefusedException with the first of them that is taken
    public void refuseTaken() {
        for (Listener listener : Listener.values()) {
            if (!FreePorts.isFree(of(listener))) {
                throw new RefusedException("Port " + of(listener) + ", for " + listener.title + ", is in use. Stop what"
                        + " listens there, or move all ports with --port-offset " + (offset + 100) + ".");
            }
        }
    }

    private boolean areFree() {
        return Arrays.stream(Listener.values()).allMatch(each -> FreePorts.isFree(of(each)));
    }
}
