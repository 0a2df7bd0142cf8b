package dev.playhead.bench.backlog;

import java.util.List;
import org.apache.kafka.common.header.Header;

/// A record that is to be in a topic, as bytes.
public record Entry(int partition, long timestampMs, byte[] key, byte[] value, List<Header> headers) {
    public Entry {
        headers = List.copyOf(headers);
    }
}
