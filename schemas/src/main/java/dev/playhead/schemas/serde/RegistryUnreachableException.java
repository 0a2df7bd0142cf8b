package dev.playhead.schemas.serde;

import org.apache.kafka.common.errors.RetriableException;

/// The registry did not answer. It says nothing about the record at hand: try again.
public class RegistryUnreachableException extends RetriableException {
    private static final long serialVersionUID = 1;

    RegistryUnreachableException(String message, Throwable cause) {
        super(message, cause);
    }
}
