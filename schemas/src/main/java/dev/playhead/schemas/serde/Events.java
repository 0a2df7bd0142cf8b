package dev.playhead.schemas.serde;

import dev.playhead.schemas.event.Heartbeat;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.util.ClassSecurityValidator;

/// What Avro must be told about the generated records.
public final class Events {
    private static final String PACKAGE = Heartbeat.class.getPackageName();

    static {
        // Avro makes no class that it was not told to trust.
        ClassSecurityValidator.setGlobal(ClassSecurityValidator.composite(
                ClassSecurityValidator.getGlobal(),
                type -> type.getPackageName().equals(PACKAGE)));
    }

    private Events() {}

    /// Lets Avro make the generated records. The deserializer does it for itself; whoever reads
    /// with another one calls this first.
    public static void trust() {
        // The static initialiser has done it.
    }

    static SpecificData data(Class<?> type) {
        SpecificData data = SpecificData.getForClass(type);
        // The generated coders, which write and read fields without reflection; to read, Avro has another
        // way that it prefers.
        data.setCustomCoders(true);
        data.setFastReaderEnabled(false);
        return data;
    }
}
