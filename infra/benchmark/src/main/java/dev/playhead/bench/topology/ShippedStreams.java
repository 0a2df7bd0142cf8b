package dev.playhead.bench.topology;

import dev.playhead.bench.stack.Stack;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;
import java.util.jar.JarFile;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/// The settings that progress-streams is shipped with, for a program that is to have the same.
final class ShippedStreams {
    /// The limit's own, among those of Kafka Streams.
    static final String PREFIX = "bench.prefix";

    static final String JAR = "bench.jar";
    /// Ours: of all stores together.
    static final String MEMORY = "playhead.streams.memory";

    private static final String SETTINGS = "application.properties";
    private static final String OF_STREAMS = "spring.kafka.streams.properties.";
    private static final String STORE_MEMORY = "dev.playhead.streams.engine.StoreMemory";
    /// Both are defaults in the code.
    private static final long MEMORY_BYTES = 64L * 1024 * 1024;

    private static final int REQUEST_BYTES_MAX = 2 * 1024 * 1024;

    private ShippedStreams() {}

    static Properties under(String prefix, Stack stack) throws IOException {
        Path jar = Path.of(Objects.requireNonNull(System.getProperty("playhead.platform")))
                .resolve(Stack.STREAMS)
                .resolve(Stack.STREAMS + ".jar");
        Properties settings = new Properties();
        Properties shipped = shipped(jar);
        shipped.stringPropertyNames().stream()
                .filter(name -> name.startsWith(OF_STREAMS))
                .forEach(name -> set(settings, name.substring(OF_STREAMS.length()), value(shipped, name)));
        set(settings, MEMORY, MEMORY_BYTES);
        set(settings, StreamsConfig.APPLICATION_ID_CONFIG, prefix + "store");
        set(settings, StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, stack.brokers());
        set(settings, StreamsConfig.STATE_DIR_CONFIG, stack.directory("limit-streams"));
        set(settings, StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        set(settings, StreamsConfig.TOPOLOGY_OPTIMIZATION_CONFIG, StreamsConfig.NO_OPTIMIZATION);
        set(settings, StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), REQUEST_BYTES_MAX);
        set(settings, StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, STORE_MEMORY);
        set(settings, PREFIX, prefix);
        set(settings, JAR, jar);
        return settings;
    }

    static String value(Properties settings, String name) {
        return Objects.requireNonNull(settings.getProperty(name), name);
    }

    private static void set(Properties settings, String name, Object value) {
        settings.setProperty(name, value.toString());
    }

    private static Properties shipped(Path jar) throws IOException {
        Properties shipped = new Properties();
        try (JarFile file = new JarFile(jar.toFile());
                InputStream in = file.getInputStream(file.getJarEntry(SETTINGS))) {
            shipped.load(in);
        }
        return shipped;
    }
}
