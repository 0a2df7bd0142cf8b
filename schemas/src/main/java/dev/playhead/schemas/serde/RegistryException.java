package dev.playhead.schemas.serde;

import org.apache.kafka.common.errors.SerializationException;

/// The registry answered, and said no: an unknown schema, an incompatible one, a wrong password.
public class RegistryException extends SerializationException {
    private static final long serialVersionUID = 1;

    private final int status;

    RegistryException(String message, int status) {
        super(message);
        this.status = status;
    }

    public boolean saysUnknown() {
        return status == 404;
    }
}
