package dev.playhead.schemas.serde;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericContainer;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.io.DatumReader;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/// The way back of [AvroSerializer], with the properties of Confluent's `KafkaAvroDeserializer`.
///
/// A record that cannot be read is a [SerializationException] and will stay one; a registry that
/// does not answer is a [RegistryUnreachableException], which says nothing about the record.
public final class AvroDeserializer implements Deserializer<GenericContainer> {
    private static final int HEADER = 5;

    private final Map<Integer, DatumReader<GenericContainer>> readers = new ConcurrentHashMap<>();
    private @Nullable SchemaRegistry registry;
    private @Nullable SerdeSettings settings;

    @Override
    public void configure(Map<String, ?> config, boolean isKey) {
        Events.trust();
        registry = SchemaRegistry.from(config);
        settings = SerdeSettings.from(config);
    }

    @Override
    public @Nullable GenericContainer deserialize(String topic, byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        if (bytes.length < HEADER || bytes[0] != AvroSerializer.MAGIC) {
            throw new SerializationException("A value of " + topic
                    + " is not in the Confluent wire format: no zero byte and schema id before it");
        }
        int id = ByteBuffer.wrap(bytes).getInt(1);
        return read(topic, bytes, readers.computeIfAbsent(id, this::reader), id);
    }

    private static GenericContainer read(String topic, byte[] bytes, DatumReader<GenericContainer> reader, int id) {
        ValueDecoder decoder = new ValueDecoder(bytes, HEADER);
        try {
            GenericContainer value = reader.read(null, decoder);
            if (!decoder.isEnd()) {
                throw new SerializationException("A value of " + topic + " has bytes left over after schema " + id);
            }
            return value;
        } catch (IOException | RuntimeException e) {
            throw e instanceof SerializationException known
                    ? known
                    : new SerializationException("A value of " + topic + " cannot be read by schema " + id, e);
        }
    }

    private DatumReader<GenericContainer> reader(int id) {
        if (registry == null || settings == null) {
            throw new IllegalStateException("Not configured");
        }
        Schema writer = registry.schema(id);
        if (!settings.specificReader()) {
            return new GenericDatumReader<>(writer);
        }
        Class<?> type = SpecificData.get().getClass(writer);
        if (type == null) {
            throw new SerializationException(
                    "Schema " + id + " is of " + writer.getFullName() + ", which is none of the events known here");
        }
        SpecificData data = Events.data(type);
        return new SpecificDatumReader<>(writer, data.getSchema(type), data);
    }
}
