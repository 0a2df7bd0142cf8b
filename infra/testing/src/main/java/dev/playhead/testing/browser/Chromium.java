package dev.playhead.testing.browser;

import dev.playhead.testing.parts.ChildProcess;
import dev.playhead.testing.parts.Command;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The system's Chromium, without a window and with a profile of its own.
public final class Chromium implements AutoCloseable {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final Duration UP_WITHIN = Duration.ofSeconds(60);
    /// It writes there where it listens.
    private static final String PORT_FILE = "DevToolsActivePort";

    private final ChildProcess process;
    private final DevTools tools;

    private Chromium(ChildProcess process, DevTools tools) {
        this.process = process;
        this.tools = tools;
    }

    /// Where it is on the `PATH`; empty on a machine without one.
    public static Optional<Path> program() {
        return Stream.of(System.getenv("PATH").split(":"))
                .flatMap(directory -> NAMES.stream().map(name -> Path.of(directory, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /// Starts it and waits until it listens.
    ///
    /// @param home an empty directory
    public static Chromium start(Path program, Path home) {
        Path profile = home.resolve("profile");
        Path portFile = profile.resolve(PORT_FILE);
        ChildProcess process =
                ChildProcess.start(Command.of("chromium", line(program, profile), home.resolve("chromium.log"))
                        .environment(Map.of("HOME", home.toString())));
        process.awaitReady(UP_WITHIN, () -> portFile.toFile().length() > 0);
        return new Chromium(process, DevTools.at(address(portFile)));
    }

    /// A new, empty tab that shares nothing with any other.
    public Tab tab() {
        return Tab.open(tools);
    }

    @Override
    public void close() {
        tools.close();
        process.close();
    }

    private static List<String> line(Path program, Path profile) {
        List<String> line = new ArrayList<>(List.of(
                program.toString(),
                "--headless=new",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "--no-first-run",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-extensions",
                "--disable-background-networking",
                "--disable-component-update"));
        // Its sandbox does not start as root; whoever is somebody else keeps it.
        if (System.getProperty("user.name").equals("root")) {
            line.add("--no-sandbox");
        }
        line.add("about:blank");
        return line;
    }

    private static URI address(Path portFile) {
        try {
            List<String> lines = Files.readAllLines(portFile);
            return URI.create("ws://127.0.0.1:" + lines.getFirst() + lines.get(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
