package dev.playhead.query.record;

import dev.playhead.schemas.serde.RegistryException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/// The values of records, told apart from the trouble there may be in reading them.
public final class EventValues {
    private final Deserializer<SpecificRecord> values;

    public EventValues(Deserializer<SpecificRecord> values) {
        this.values = values;
    }

    /// Null of a tombstone.
    ///
    /// @throws UnreadableRecordException where no other attempt will do better
    /// @throws RetriableException where the registry does not answer
    /// @throws SerializationException where it answers that it will not tell us
    public @Nullable SpecificRecord of(ConsumerRecord<byte[], byte[]> from) throws UnreadableRecordException {
        if (from.value() == null) {
            return null;
        }
        try {
            return values.deserialize(from.topic(), from.headers(), from.value());
        } catch (SerializationException e) {
            if (isAboutTheRegistry(e)) {
                throw e;
            }
            throw new UnreadableRecordException(String.valueOf(e.getMessage()));
        }
    }

    /// A schema that the registry does not know is the record's fault: skipping it costs one
    /// record, waiting for it would stop the rest.
    private static boolean isAboutTheRegistry(SerializationException e) {
        if (e instanceof RegistryException refusal) {
            return !refusal.saysUnknown();
        }
        // As Confluent's deserializer says that its registry is away.
        return e.getCause() instanceof SocketException
                || e.getCause() instanceof SocketTimeoutException
                || e.getCause() instanceof UnknownHostException
                || e.getCause() instanceof RetriableException;
    }
}
