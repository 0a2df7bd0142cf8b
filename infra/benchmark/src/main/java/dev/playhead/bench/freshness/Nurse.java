package dev.playhead.bench.freshness;

import static dev.playhead.bench.stack.Stack.INGEST;
import static dev.playhead.bench.stack.Stack.QUERY;
import static dev.playhead.bench.stack.Stack.STREAMS;

import dev.playhead.bench.load.Http;
import dev.playhead.bench.stack.Memory;
import dev.playhead.bench.stack.Stack;
import dev.playhead.local.parts.Ports.Listener;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Takes the vitals of the platform, and of each service what its heap holds.
record Nurse(Whole whole, Http http) {
    private static final Map<String, Listener> SERVICES = services();
    private static final List<String> PROCESSES = List.of(INGEST, STREAMS, QUERY, "kafka", "postgres");
    private static final String HEAP_USED = "jvm_memory_used_bytes{area=\"heap\"";

    Vitals vitals(long atSeconds) throws Exception {
        Stack stack = whole.stack();
        Map<String, Long> heap = new LinkedHashMap<>();
        for (Map.Entry<String, Listener> service : SERVICES.entrySet()) {
            String metrics = http.get(stack.url(service.getValue()) + "/actuator/prometheus", "");
            heap.put(service.getKey(), heapUsedBytes(metrics));
        }
        Map<String, Long> resident = new LinkedHashMap<>();
        PROCESSES.forEach(name ->
                resident.put(name, Memory.residentBytes(stack.process(name).pid())));
        return new Vitals(
                atSeconds,
                whole.audience().count(),
                heap,
                resident,
                disk(stack),
                whole.lag().now());
    }

    /// By service; each of them stands still meanwhile.
    Map<String, Long> liveHeaps() {
        Map<String, Long> live = new LinkedHashMap<>();
        SERVICES.keySet()
                .forEach(name -> live.put(
                        name, Memory.liveHeapBytes(whole.stack().process(name).pid())));
        return live;
    }

    static long heapUsedBytes(String metrics) {
        return metrics.lines()
                .filter(line -> line.startsWith(HEAP_USED))
                .mapToLong(line -> Math.round(Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1))))
                .sum();
    }

    private static Map<String, Long> disk(Stack stack) {
        Map<String, Long> disk = new LinkedHashMap<>();
        disk.put("state", Disk.bytes(stack.directory("streams")));
        disk.put("log", Disk.bytes(stack.directory("kafka")));
        disk.put("database", Disk.bytes(stack.directory("postgres").resolve("data")));
        return disk;
    }

    private static Map<String, Listener> services() {
        Map<String, Listener> services = new LinkedHashMap<>();
        services.put(INGEST, Listener.INGEST_MANAGEMENT);
        services.put(STREAMS, Listener.STREAMS);
        services.put(QUERY, Listener.QUERY_MANAGEMENT);
        return services;
    }
}
