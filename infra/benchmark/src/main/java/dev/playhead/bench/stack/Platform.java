package dev.playhead.bench.stack;

import dev.playhead.testing.parts.ChildProcess;
import dev.playhead.testing.parts.Command;
import dev.playhead.testing.tokens.TokenRequest;
import dev.playhead.testing.tokens.Tokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/// The whole platform, started by `infra/up` as everyone does, on data of its own.
public final class Platform implements AutoCloseable {
    private static final Duration UP_WITHIN = Duration.ofMinutes(3);
    private static final Duration DOWN_WITHIN = Duration.ofMinutes(1);
    private static final Duration TOKENS_LAST = Duration.ofHours(8);

    private final ChildProcess process;
    private final Path data;
    private final int offset;

    private Platform(ChildProcess process, Path data, int offset) {
        this.process = process;
        this.data = data;
        this.offset = offset;
    }

    /// @param root of the repository
    /// @param data where there is nothing yet
    /// @param offset of all its ports
    public static Platform start(Path root, Path data, int offset) {
        Path log = data.resolveSibling(data.getFileName() + ".log");
        List<String> line = List.of(
                root.resolve("infra/up").toString(),
                "--no-demo",
                "--fresh",
                "--data",
                data.toString(),
                "--port-offset",
                Integer.toString(offset));
        ChildProcess process = ChildProcess.start(Command.of("infra/up", line, log)
                .environment(Map.of("PLAYHEAD_BUILD", "never"))
                .patience(DOWN_WITHIN));
        process.awaitReady(UP_WITHIN, () -> read(log).contains("Playhead is up"));
        return new Platform(process, data, offset);
    }

    public String ingest() {
        return "http://127.0.0.1:" + (8081 + offset);
    }

    public String query() {
        return "http://127.0.0.1:" + (8082 + offset);
    }

    public String databaseUrl() {
        return "jdbc:postgresql://127.0.0.1:" + (5433 + offset) + "/playhead?currentSchema=projection";
    }

    public String databasePassword() {
        return read(data.resolve("secrets/database")).strip();
    }

    public String token(TokenRequest request) {
        return new Tokens(read(data.resolve("secrets/tokens")).strip(), InstantSource.system())
                .mint(request.ttl(TOKENS_LAST));
    }

    @Override
    public void close() {
        process.close();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
