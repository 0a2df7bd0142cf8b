package dev.playhead.query.running;

import static org.awaitility.Awaitility.await;

import dev.playhead.query.QueryApplication;
import dev.playhead.testing.stack.Sandbox;
import dev.playhead.testing.tokens.TokenRequest;
import dev.playhead.testing.tokens.Tokens;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/// A whole query-api in this JVM, on real parts.
public final class QueryService implements AutoCloseable {
    private static final Duration READY_WITHIN = Duration.ofSeconds(60);
    public static final int PARTITIONS = 3;
    static final String SECRET = "no secret at all, but long enough for HS256";
    private static final Tokens TOKENS = new Tokens(SECRET, InstantSource.system());

    private final ConfigurableApplicationContext context;

    private QueryService(ConfigurableApplicationContext context) {
        this.context = context;
    }

    public static QueryService start(Sandbox sandbox, String... more) {
        return start(settings(sandbox), more);
    }

    /// With settings of the caller's own.
    ///
    /// @param more such as `playhead.projection.lag-max=1s`
    public static QueryService start(Map<String, String> settings, String... more) {
        Map<String, String> all = new LinkedHashMap<>(settings);
        for (String each : more) {
            String[] nameAndValue = each.split("=", 2);
            all.put(nameAndValue[0], nameAndValue[1]);
        }
        List<String> arguments = all.entrySet().stream()
                .map(each -> "--" + each.getKey() + "=" + each.getValue())
                .toList();
        return new QueryService(
                new SpringApplicationBuilder(QueryApplication.class).run(arguments.toArray(String[]::new)));
    }

    public static Map<String, String> settings(Sandbox sandbox) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("server.port", "0");
        settings.put("management.server.port", "0");
        settings.put("playhead.auth.secret", SECRET);
        settings.put("playhead.topic.prefix", sandbox.topicPrefix());
        settings.put("playhead.topic.partitions", String.valueOf(PARTITIONS));
        // One has its partitions at once; the second of two waits for the first to hear of it.
        settings.put("playhead.projection.threads", "1");
        settings.put("spring.kafka.bootstrap-servers", sandbox.bootstrapServers());
        settings.put("spring.kafka.properties.schema.registry.url", sandbox.registryUrl());
        settings.put("spring.datasource.url", sandbox.jdbcUrl());
        settings.put("spring.datasource.username", sandbox.jdbcUser());
        settings.put("spring.datasource.password", sandbox.jdbcPassword());
        return settings;
    }

    /// Waits until it says that it is ready.
    public QueryService ready() {
        await().atMost(READY_WITHIN)
                .until(() -> management().get("/actuator/health/readiness").status() == 200);
        return this;
    }

    public Api api() {
        return new Api(port());
    }

    public int port() {
        return port("local.server.port");
    }

    public As as(TokenRequest caller) {
        return new As(api(), token(caller));
    }

    public Api management() {
        return new Api(port("local.management.port"));
    }

    public static String token(TokenRequest request) {
        return TOKENS.mint(request);
    }

    public static String student(String id) {
        return token(TokenRequest.student(id));
    }

    public <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }

    private int port(String name) {
        return Integer.parseInt(context.getEnvironment().getRequiredProperty(name));
    }
}
