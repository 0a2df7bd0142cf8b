package dev.playhead.streams.engine;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.jspecify.annotations.Nullable;

/// Stops at a record that cannot be read, so that nothing is passed over, and notes where it is.
public final class UnreadableRecords implements DeserializationExceptionHandler {
    static final String FAILURES = "playhead.failures";

    private @Nullable Failures failures;

    @Override
    public void configure(Map<String, ?> config) {
        failures = (Failures) config.get(FAILURES);
    }

    @Override
    public Response handleError(
            ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception exception) {
        if (failures != null) {
            failures.unreadable(record.topic(), record.partition(), record.offset());
        }
        return Response.fail();
    }
}
