package dev.playhead.bench.stack;

import dev.playhead.bench.turn.Ground;
import dev.playhead.local.data.DataDirectory;
import dev.playhead.local.data.Logs;
import dev.playhead.local.data.Secrets;
import dev.playhead.local.parts.Layout;
import dev.playhead.local.parts.Platform;
import dev.playhead.local.parts.Ports;
import dev.playhead.local.parts.Ports.Listener;
import dev.playhead.local.supervise.Part;
import dev.playhead.testing.parts.ChildProcess;
import dev.playhead.testing.tokens.TokenRequest;
import dev.playhead.testing.tokens.Tokens;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The platform as it is shipped, on data of its own: the parts of `infra/up`, begun as it begins
/// them, each when it is wanted.
public final class Stack implements AutoCloseable {
    /// What every service needs.
    public static final List<String> FLOOR = List.of("kafka", "postgres", "registry");

    public static final String INGEST = "ingest-api";
    public static final String STREAMS = "progress-streams";
    public static final String QUERY = "query-api";

    private static final int FIRST_OFFSET = 1_000;
    private static final Duration TOKENS_LAST = Duration.ofHours(8);

    private final Ground ground;
    private final DataDirectory data;
    private final Platform platform;
    private final Map<String, ChildProcess> running = new LinkedHashMap<>();

    private Stack(Ground ground, DataDirectory data, Platform platform) {
        this.ground = ground;
        this.data = data;
        this.platform = platform;
    }

    /// With nothing kept of an earlier run, and nothing started but the floor.
    public static Stack begin(Ground ground) {
        DataDirectory data = DataDirectory.open(ground.directory().resolve("data"));
        data.empty();
        Layout layout = new Layout(Path.of(Objects.requireNonNull(System.getProperty("playhead.platform"))));
        Platform platform = new Platform(
                layout, data, new Logs(data.directory("logs")), Secrets.of(data), Ports.firstFree(FIRST_OFFSET));
        Stack stack = new Stack(ground, data, platform);
        Ending.closes(stack);
        try {
            stack.start(FLOOR);
            return stack;
        } catch (RuntimeException e) {
            stack.close();
            throw e;
        }
    }

    public void start(String... parts) {
        start(List.of(parts));
    }

    /// Waits until each is ready.
    private void start(List<String> parts) {
        for (String name : parts) {
            ground.say().accept("Starting " + name);
            Part part = platform.stages().stream()
                    .flatMap(List::stream)
                    .filter(each -> each.name().equals(name))
                    .findFirst()
                    .orElseThrow();
            ChildProcess process = part.start().get();
            running.put(name, process);
            if (ground.profile()) {
                Recording.begin(process.pid(), ground.directory().resolve(name + "-" + process.pid() + ".jfr"));
            }
        }
    }

    public synchronized void stop(String part) {
        Objects.requireNonNull(running.remove(part), part).close();
    }

    public ChildProcess process(String part) {
        return Objects.requireNonNull(running.get(part), part);
    }

    public String url(Listener listener) {
        return platform.ports().url(listener);
    }

    public String brokers() {
        return platform.ports().address(Listener.KAFKA);
    }

    public String registry() {
        return platform.registryUrl();
    }

    /// With the projections' tables in its search path.
    public String databaseUrl() {
        return platform.databaseUrl("playhead") + "?currentSchema=projection";
    }

    public String databasePassword() {
        return platform.secrets().database();
    }

    public String token(TokenRequest request) {
        return new Tokens(platform.secrets().tokens(), InstantSource.system()).mint(request.ttl(TOKENS_LAST));
    }

    /// A directory of its data.
    public Path directory(String name) {
        return data.directory(name);
    }

    /// The last begun ends first.
    @Override
    public synchronized void close() {
        List<String> names = new ArrayList<>(running.keySet());
        Collections.reverse(names);
        names.forEach(this::stop);
        data.close();
    }
}
