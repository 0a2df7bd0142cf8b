package dev.playhead.testing.parts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/// The files a broker is started with, written anew at each start.
record KafkaFiles(Path properties, Path logging) {
    private static final String QUIET = """
            <configuration>
              <statusListener class="ch.qos.logback.core.status.NopStatusListener"/>
              <appender name="out" class="ch.qos.logback.core.ConsoleAppender">
                <encoder><pattern>%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX,UTC} %-5level %logger{0} %msg%n%ex{5}</pattern></encoder>
              </appender>
              <!-- It warns of each controller channel that is closed in order. -->
              <logger name="org.apache.kafka.clients.NetworkClient" level="ERROR"/>
              <root level="WARN"><appender-ref ref="out"/></root>
            </configuration>
            """;

    static KafkaFiles write(KafkaSettings settings) {
        Path directory = Directories.create(settings.directory());
        KafkaFiles files = new KafkaFiles(directory.resolve("server.properties"), directory.resolve("logging.xml"));
        try {
            Files.writeString(files.properties, lines(BrokerProperties.of(settings)));
            Files.writeString(files.logging, QUIET);
        } catch (IOException e) {
            throw new PartFailedException("Cannot write to " + directory + ": " + e.getMessage(), e);
        }
        return files;
    }

    private static String lines(Map<String, String> properties) {
        return properties.entrySet().stream()
                .map(property -> property.getKey() + "=" + property.getValue().replace("\\", "\\\\") + "\n")
                .collect(Collectors.joining());
    }
}
