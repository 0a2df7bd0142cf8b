package dev.playhead.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.playhead.schemas.event.CompletionRule;
import dev.playhead.schemas.event.CompletionSettings;
import dev.playhead.schemas.event.Segment;
import dev.playhead.schemas.serde.AvroDeserializer;
import dev.playhead.schemas.serde.AvroSerializer;
import dev.playhead.schemas.serde.Compatibility;
import dev.playhead.schemas.serde.RegistryException;
import dev.playhead.schemas.serde.RegistryUnreachableException;
import dev.playhead.schemas.serde.SchemaRegistry;
import dev.playhead.testing.parts.FreePorts;
import dev.playhead.testing.stack.Sandbox;
import dev.playhead.testing.stack.Stack;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AvroSerdeIT {
    private static final Sandbox SANDBOX = Stack.shared().sandbox(AvroSerdeIT.class);
    private static final String TOPIC = SANDBOX.topicPrefix() + "segments";
    private static final Segment SEGMENT = new Segment(1_000L, 2_500L);

    @Test
    void a_value_is_read_as_it_was_written() {
        byte[] bytes = write(SEGMENT);

        assertThat(reader(true).deserialize(TOPIC, bytes)).isEqualTo(SEGMENT);
    }

    @Test
    void the_wire_format_is_a_zero_byte_the_schemas_id_and_the_value() {
        byte[] bytes = write(SEGMENT);

        int id = ByteBuffer.wrap(bytes).getInt(1);
        assertThat(bytes[0]).isZero();
        assertThat(SchemaRegistry.from(settings()).schema(id)).isEqualTo(Segment.getClassSchema());
    }

    @Test
    void whoever_has_no_class_for_it_reads_a_generic_record() {
        assertThat(reader(false).deserialize(TOPIC, write(SEGMENT)))
                .isInstanceOfSatisfying(
                        GenericRecord.class,
                        segment -> assertThat(segment.get("to_ms")).isEqualTo(2_500L));
    }

    @Test
    void nothing_stays_nothing() {
        assertThat(writer(settings()).serialize(TOPIC, null)).isNull();
        assertThat(reader(true).deserialize(TOPIC, null)).isNull();
    }

    @Test
    void a_schema_that_nobody_registered_is_not_written_where_registering_is_off() {
        Map<String, Object> settings = settings();
        settings.put("auto.register.schemas", false);
        CompletionSettings value = new CompletionSettings(CompletionRule.POSITION, 80, 95);

        assertThatExceptionOfType(RegistryException.class)
                .isThrownBy(() -> writer(settings).serialize(TOPIC + "-unregistered", value))
                .satisfies(e -> assertThat(e.saysUnknown()).isTrue());
    }

    @Test
    void the_registry_refuses_what_breaks_the_promise() {
        SchemaRegistry registry = SchemaRegistry.from(settings());
        String subject = TOPIC + "-promise";
        registry.keepCompatible(subject, Compatibility.FULL_TRANSITIVE);
        registry.register(subject, Segment.getClassSchema());
        Schema broken = new Schema.Parser()
                .parse("{\"type\":\"record\",\"name\":\"Segment\",\"namespace\":\"dev.playhead.schemas.event\","
                        + "\"fields\":[{\"name\":\"from_ms\",\"type\":\"string\"}]}");

        assertThatExceptionOfType(RegistryException.class)
                .isThrownBy(() -> registry.register(subject, broken))
                .withMessageContaining("409");
    }

    @Nested
    class What_cannot_be_read {
        @Test
        void bytes_in_another_format() {
            assertThatExceptionOfType(SerializationException.class)
                    .isThrownBy(() -> reader(true).deserialize(TOPIC, new byte[] {'{', '}', 0, 0, 0, 0}))
                    .withMessageContaining("Confluent wire format");
        }

        @Test
        void a_schema_that_the_registry_does_not_know() {
            byte[] bytes = write(SEGMENT);
            ByteBuffer.wrap(bytes).putInt(1, 999_999);

            assertThatExceptionOfType(RegistryException.class)
                    .isThrownBy(() -> reader(true).deserialize(TOPIC, bytes))
                    .satisfies(e -> assertThat(e.saysUnknown()).isTrue());
        }

        @Test
        void a_value_cut_short() {
            byte[] bytes = write(SEGMENT);

            assertThatExceptionOfType(SerializationException.class)
                    .isThrownBy(() -> reader(true).deserialize(TOPIC, Arrays.copyOf(bytes, bytes.length - 1)));
        }

        @Test
        void a_value_with_something_behind_it() {
            byte[] bytes = write(SEGMENT);

            assertThatExceptionOfType(SerializationException.class)
                    .isThrownBy(() -> reader(true).deserialize(TOPIC, Arrays.copyOf(bytes, bytes.length + 1)))
                    .withMessageContaining("left over");
        }
    }

    @Nested
    class A_registry_that_does_not_answer {
        @Test
        void says_nothing_about_the_record() {
            byte[] bytes = write(SEGMENT);
            Map<String, Object> settings = settings();
            settings.put("schema.registry.url", nobody());
            AvroDeserializer reader = reader(settings);

            assertThatExceptionOfType(RegistryUnreachableException.class)
                    .isThrownBy(() -> reader.deserialize(TOPIC, bytes));
        }

        @Test
        void is_passed_over_for_the_next() {
            Map<String, Object> settings = settings();
            settings.put("schema.registry.url", nobody() + ", " + SANDBOX.registryUrl() + "/");

            assertThat(reader(settings).deserialize(TOPIC, write(SEGMENT))).isEqualTo(SEGMENT);
        }

        private static String nobody() {
            return "http://127.0.0.1:" + FreePorts.next();
        }
    }

    @Test
    void without_an_address_the_message_names_the_setting() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> writer(Map.of()))
                .withMessageContaining("schema.registry.url");
    }

    private static byte[] write(Segment segment) {
        return Objects.requireNonNull(writer(settings()).serialize(TOPIC, segment));
    }

    private static AvroSerializer writer(Map<String, Object> settings) {
        AvroSerializer serializer = new AvroSerializer();
        serializer.configure(settings, false);
        return serializer;
    }

    private static AvroDeserializer reader(boolean specific) {
        Map<String, Object> settings = settings();
        settings.put("specific.avro.reader", specific);
        return reader(settings);
    }

    private static AvroDeserializer reader(Map<String, Object> settings) {
        AvroDeserializer deserializer = new AvroDeserializer();
        deserializer.configure(settings, false);
        return deserializer;
    }

    private static Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>();
        settings.put("schema.registry.url", SANDBOX.registryUrl());
        settings.put("specific.avro.reader", true);
        return settings;
    }
}
