package dev.playhead.schemas.topic;

import java.util.List;

/// A topic on the cluster is not as declared. Nothing is changed: a person decides.
public class TopicMismatchException extends RuntimeException {
    private static final long serialVersionUID = 1;

    TopicMismatchException(List<String> differences) {
        super("Topics on the cluster differ from what is declared: " + String.join("; ", differences));
    }
}
