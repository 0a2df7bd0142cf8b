package dev.playhead.ingest;

import dev.playhead.testing.stack.Sandbox;
import dev.playhead.testing.stack.Stack;
import dev.playhead.testing.tokens.TokenRequest;
import dev.playhead.testing.tokens.Tokens;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/// The service, on ports of its own.
public final class RunningIngest implements AutoCloseable {
    public static final String SECRET = "a secret for tests of thirty-two bytes or more";

    private static final Tokens TOKENS = new Tokens(SECRET, InstantSource.system());

    private final ConfigurableApplicationContext context;

    private RunningIngest(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /// On the shared stack, with topics of its own.
    public static RunningIngest start(Sandbox sandbox, String... more) {
        return start(sandbox.bootstrapServers(), sandbox.topicPrefix(), more);
    }

    public static RunningIngest start(String bootstrapServers, String topicPrefix, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--management.server.port=0",
                "--playhead.auth.secret=" + SECRET,
                "--playhead.topic.prefix=" + topicPrefix,
                "--spring.kafka.bootstrap-servers=" + bootstrapServers,
                "--spring.kafka.properties.schema.registry.url="
                        + Stack.shared().registry().confluentUrl()));
        arguments.addAll(List.of(more));
        return new RunningIngest(
                new SpringApplicationBuilder(IngestApplication.class).run(arguments.toArray(String[]::new)));
    }

    public static String token(TokenRequest request) {
        return TOKENS.mint(request);
    }

    public Calls as(TokenRequest caller) {
        return new Calls(port("local.server.port"), token(caller));
    }

    public Calls withToken(String token) {
        return new Calls(port("local.server.port"), token);
    }

    public Calls management() {
        return new Calls(port("local.management.port"), "");
    }

    @Override
    public void close() {
        context.close();
    }

    public int port() {
        return port("local.server.port");
    }

    private int port(String property) {
        return Integer.parseInt(context.getEnvironment().getRequiredProperty(property));
    }
}
