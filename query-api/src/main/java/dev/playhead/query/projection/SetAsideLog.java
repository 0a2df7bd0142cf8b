package dev.playhead.query.projection;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Says that records were set aside: at once, and then once in a while, however many they are.
final class SetAsideLog {
    private static final Logger log = LoggerFactory.getLogger(SetAsideLog.class);
    private static final long EVERY_MS = 10_000;

    private final String topic;
    private long unsaid;
    private long nextMs;

    SetAsideLog(String topic) {
        this.topic = topic;
    }

    void report(List<SetAside> records, long nowMs) {
        unsaid += records.size();
        if (records.isEmpty() || nowMs < nextMs) {
            return;
        }
        SetAside last = records.getLast();
        log.error(
                "Set aside {} record(s) of {}, the last at offset {} of partition {} ({}): {}",
                unsaid,
                topic,
                last.offset(),
                last.partition(),
                last.why(),
                last.reason());
        unsaid = 0;
        nextMs = nowMs + EVERY_MS;
    }
}
