package dev.playhead.schemas.serde;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericContainer;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/// Avro in the Confluent wire format: a zero byte, the schema's id in four, the value in Avro's
/// binary. It takes the properties of Confluent's `KafkaAvroSerializer`, which can stand in its
/// place. Safe for use by many threads, as a producer's serializer must be.
public final class AvroSerializer implements Serializer<GenericContainer> {
    static final byte MAGIC = 0;

    private final Map<SchemaUse, Target> targets = new ConcurrentHashMap<>();
    private @Nullable SchemaRegistry registry;
    private @Nullable SerdeSettings settings;

    @Override
    public void configure(Map<String, ?> config, boolean isKey) {
        Events.trust();
        registry = SchemaRegistry.from(config);
        settings = SerdeSettings.from(config);
    }

    @Override
    public byte @Nullable [] serialize(String topic, @Nullable GenericContainer value) {
        if (value == null) {
            return null;
        }
        Target target = targets.computeIfAbsent(new SchemaUse(topic, value.getSchema()), this::target);
        ValueEncoder encoder = new ValueEncoder();
        encoder.writeFixedByte(MAGIC);
        encoder.writeFixedInt(target.id());
        try {
            target.writer().write(value, encoder);
        } catch (IOException | RuntimeException e) {
            throw new SerializationException(
                    "Cannot write a " + value.getSchema().getFullName() + " for " + topic, e);
        }
        return encoder.toByteArray();
    }

    private Target target(SchemaUse use) {
        if (registry == null || settings == null) {
            throw new IllegalStateException("Not configured");
        }
        String subject = settings.naming().subject(use.topic(), use.schema().getFullName());
        int id = settings.useLatest()
                ? registry.latestId(subject)
                : settings.autoRegister()
                        ? registry.register(subject, use.schema())
                        : registry.idOf(subject, use.schema());
        return new Target(id, writer(use.schema()));
    }

    private static DatumWriter<Object> writer(Schema schema) {
        Class<?> type = SpecificData.get().getClass(schema);
        if (type == null || !SpecificRecord.class.isAssignableFrom(type)) {
            return new GenericDatumWriter<>(schema);
        }
        return new SpecificDatumWriter<>(schema, Events.data(type));
    }

    private record SchemaUse(String topic, Schema schema) {}

    private record Target(int id, DatumWriter<Object> writer) {}
}
