package dev.playhead.streams.topology;

import dev.playhead.schemas.event.Heartbeat;
import dev.playhead.schemas.event.ResetProgress;
import dev.playhead.schemas.event.ShortInteraction;
import dev.playhead.schemas.id.DeadLetter.Reason;
import dev.playhead.schemas.serde.RegistryException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/// Bytes to activities. What comes out of it can be applied: everything that could be wrong with a
/// record is found here.
final class ActivityReader {
    private final Values values;

    ActivityReader(Values values) {
        this.values = values;
    }

    /// @throws Unusable where no other attempt will do better
    /// @throws SerializationException where the registry does not answer, or will not tell us
    SpecificRecord read(byte @Nullable [] key, byte @Nullable [] value) throws Unusable {
        SpecificRecord activity = decode(value);
        String student = key == null ? null : new String(key, StandardCharsets.UTF_8);
        List<String> wrong = switch (activity) {
            case Heartbeat heartbeat -> Soundness.of(heartbeat, student);
            case ShortInteraction interaction -> Soundness.of(interaction, student);
            case ResetProgress reset -> Soundness.of(reset, student);
            case null -> List.of("there is no value");
            default -> List.of("no activity is a " + activity.getSchema().getFullName());
        };
        if (activity == null || !wrong.isEmpty()) {
            throw new Unusable(Reason.OUT_OF_RANGE, String.join("; ", wrong));
        }
        return activity;
    }

    private @Nullable SpecificRecord decode(byte @Nullable [] value) throws Unusable {
        try {
            return values.activity(value);
        } catch (RegistryException e) {
            if (e.saysUnknown()) {
                throw new Unusable(Reason.UNKNOWN_SCHEMA, String.valueOf(e.getMessage()));
            }
            throw e;
        } catch (SerializationException e) {
            if (isAboutTheRegistry(e)) {
                throw e;
            }
            throw new Unusable(Reason.UNREADABLE, explained(e));
        }
    }

    /// As serializers other than ours say that their registry is away.
    private static boolean isAboutTheRegistry(SerializationException e) {
        return e.getCause() instanceof SocketException
                || e.getCause() instanceof SocketTimeoutException
                || e.getCause() instanceof UnknownHostException
                || e.getCause() instanceof RetriableException;
    }

    private static String explained(SerializationException e) {
        return e.getCause() == null ? String.valueOf(e.getMessage()) : e.getMessage() + ": " + e.getCause();
    }
}
