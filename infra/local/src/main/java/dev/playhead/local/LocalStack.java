package dev.playhead.local;

import static dev.playhead.local.parts.Ports.Listener.FRONT_DOOR;
import static dev.playhead.local.parts.Ports.Listener.INGEST;
import static dev.playhead.local.parts.Ports.Listener.QUERY;

import dev.playhead.local.data.DataDirectory;
import dev.playhead.local.data.LeftBehind;
import dev.playhead.local.data.Logs;
import dev.playhead.local.data.Secrets;
import dev.playhead.local.demo.Demo;
import dev.playhead.local.door.FrontDoor;
import dev.playhead.local.parts.Layout;
import dev.playhead.local.parts.Platform;
import dev.playhead.local.parts.Ports;
import dev.playhead.local.supervise.Supervisor;
import dev.playhead.local.terminal.Terminal;
import dev.playhead.testing.tokens.Tokens;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// The platform on one data directory, from the first check to the last process.
final class LocalStack implements AutoCloseable {
    private final Options options;
    private final Terminal terminal;
    private final DataDirectory data;
    private final Platform platform;
    private final Supervisor supervisor;
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile @Nullable FrontDoor door;

    private LocalStack(Options options, Terminal terminal, DataDirectory data, Platform platform) {
        this.options = options;
        this.terminal = terminal;
        this.data = data;
        this.platform = platform;
        this.supervisor = new Supervisor(platform.stages(), terminal, data.directory("run"));
    }

    /// Checks all that can be checked before anything is started. Nothing but files has been
    /// touched when it throws.
    static LocalStack prepare(Options options, Terminal terminal) {
        Ports ports = new Ports(options.portOffset());
        DataDirectory data = DataDirectory.open(options.data());
        stopLeftBehind(data, terminal);
        ports.refuseTaken();
        if (options.fresh()) {
            data.empty();
        }
        Logs logs = new Logs(data.directory("logs"));
        logs.turnOver();
        Layout layout = new Layout(Path.of(Objects.requireNonNull(System.getProperty("playhead.platform"))));
        return new LocalStack(options, terminal, data, new Platform(layout, data, logs, Secrets.of(data), ports));
    }

    void start() throws InterruptedException {
        long began = System.nanoTime();
        Ports ports = platform.ports();
        terminal.say("Playhead is starting. Its data and logs are in " + data.path());
        door = FrontDoor.open(ports.of(FRONT_DOOR), URI.create(ports.url(INGEST)), URI.create(ports.url(QUERY)));
        if (!supervisor.start()) {
            return;
        }
        if (options.demo()) {
            Tokens tokens = new Tokens(platform.secrets().tokens(), InstantSource.system());
            new Demo(URI.create(ports.url(FRONT_DOOR)), tokens, data.path(), terminal).load();
        }
        new Welcome(terminal, platform).say(Duration.ofNanos(System.nanoTime() - began));
    }

    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        terminal.say("Playhead is stopping");
        FrontDoor open = door;
        if (open != null) {
            open.close();
        }
        supervisor.stop();
        data.close();
        terminal.say("Playhead has stopped");
    }

    private static void stopLeftBehind(DataDirectory data, Terminal terminal) {
        boolean database = Platform.stopLeftDatabase(data);
        int others = new LeftBehind(data.path()).stop();
        if (database || others > 0) {
            terminal.say("Stopped what an earlier, killed infra/up had left running here");
        }
    }
}
