package dev.playhead.schemas.serde;

import java.util.HashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Utils;

/// A serde of events for whoever needs it as an object: by class name, as a Kafka client would
/// make it, so that Confluent's classes can be named instead of ours.
public final class EventSerde {
    private EventSerde() {}

    public static Serde<SpecificRecord> of(
            String serializer, String deserializer, SubjectNaming naming, Map<String, ?> config) {
        Map<String, Object> all = new HashMap<>(config);
        all.put(SerdeSettings.SPECIFIC_READER, true);
        all.put(SerdeSettings.VALUE_NAMING, naming.confluentName());
        return Serdes.serdeFrom(serializer(serializer, all), deserializer(deserializer, all));
    }

    @SuppressWarnings("unchecked") // The class is a setting; what it writes are records.
    private static Serializer<SpecificRecord> serializer(String name, Map<String, ?> config) {
        Serializer<SpecificRecord> serializer = make(name, Serializer.class);
        serializer.configure(config, false);
        return serializer;
    }

    @SuppressWarnings("unchecked") // The class is a setting; specific.avro.reader is set.
    private static Deserializer<SpecificRecord> deserializer(String name, Map<String, ?> config) {
        Events.trust();
        Deserializer<SpecificRecord> deserializer = make(name, Deserializer.class);
        deserializer.configure(config, false);
        return deserializer;
    }

    private static <T> T make(String name, Class<T> type) {
        try {
            return Utils.newInstance(name, type);
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException(name + " is not on the class path", e);
        }
    }
}
