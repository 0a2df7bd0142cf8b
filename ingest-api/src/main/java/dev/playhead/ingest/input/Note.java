package dev.playhead.ingest.input;

/// Where to say what is wrong with one value.
@FunctionalInterface
public interface Note {
    void wrong(String message);
}
