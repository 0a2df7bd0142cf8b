package dev.playhead.testing.parts;

import java.nio.file.Path;

/// A broker on this machine.
///
/// @param directory everything of the broker is below it, and stays between runs
/// @param heap as `-Xmx` takes it, `384m`
/// @param classPath one with `kafka_2.13` and Logback on it
/// @param quorum alone, or with others
public record KafkaSettings(
        Path directory, int port, int controllerPort, String heap, String classPath, Path log, Quorum quorum) {

    /// Log in the directory, this JVM's class path, 384 MB of heap.
    public static KafkaSettings in(Path directory, int port, int controllerPort) {
        String classPath = System.getProperty("java.class.path");
        return new KafkaSettings(
                directory,
                port,
                controllerPort,
                "384m",
                classPath,
                directory.resolve("kafka.log"),
                Quorum.ofOne(controllerPort));
    }

    public KafkaSettings heap(String size) {
        return new KafkaSettings(directory, port, controllerPort, size, classPath, log, quorum);
    }

    public KafkaSettings classPath(String path) {
        return new KafkaSettings(directory, port, controllerPort, heap, path, log, quorum);
    }

    public KafkaSettings log(Path file) {
        return new KafkaSettings(directory, port, controllerPort, heap, classPath, file, quorum);
    }

    public KafkaSettings quorum(Quorum nodes) {
        return new KafkaSettings(directory, port, controllerPort, heap, classPath, log, nodes);
    }

    Path logDirectory() {
        return directory.resolve("log");
    }
}
