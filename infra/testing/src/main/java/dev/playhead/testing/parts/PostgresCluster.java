package dev.playhead.testing.parts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A data directory and the command lines that make it and run it.
record PostgresCluster(PostgresSettings settings, PostgresBinaries binaries) {
    private static final Duration INIT_WITHIN = Duration.ofMinutes(2);
    private static final Map<String, String> MODEST = Map.of(
            "listen_addresses", "127.0.0.1",
            "unix_socket_directories", "",
            "max_connections", "50",
            "shared_buffers", "128MB");
    private static final List<String> DURABILITY = List.of("fsync", "synchronous_commit", "full_page_writes");

    /// Makes the data directory where there is none. It is made beside and renamed: a killed initdb
    /// leaves no half.
    void init() throws IOException {
        if (Files.exists(settings.dataDirectory().resolve("PG_VERSION"))) {
            return;
        }
        Path beside = settings.dataDirectory().resolveSibling("data-unfinished");
        Path password = settings.dataDirectory().resolveSibling("password");
        Directories.delete(beside);
        try {
            Files.writeString(password, settings.password());
            initdb(beside, password);
            Files.move(beside, settings.dataDirectory(), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(password);
            Directories.delete(beside);
        }
    }

    Command postgres() throws IOException {
        List<String> arguments =
                new ArrayList<>(List.of("-D", settings.dataDirectory().toString()));
        arguments.addAll(List.of("-p", Integer.toString(settings.port())));
        MODEST.forEach((name, value) -> arguments.addAll(List.of("-c", name + "=" + value)));
        String durable = settings.isKept() ? "on" : "off";
        DURABILITY.forEach(name -> arguments.addAll(List.of("-c", name + "=" + durable)));
        return command("PostgreSQL", binaries.line("postgres", arguments)).stoppedBy(StopSignal.INT);
    }

    private void initdb(Path directory, Path password) throws IOException {
        List<String> arguments = List.of(
                "--pgdata=" + directory,
                "--username=" + Postgres.USER,
                "--auth=scram-sha-256",
                "--pwfile=" + password,
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--locale=C.UTF-8",
                settings.isKept() ? "--sync-method=fsync" : "--no-sync");
        try (ChildProcess initdb = ChildProcess.start(command("initdb", binaries.line("initdb", arguments)))) {
            initdb.awaitSuccess(INIT_WITHIN);
        }
    }

    private Command command(String name, List<String> line) {
        return Command.of(name, line, settings.log()).in(settings.directory()).environment(Map.of("LC_ALL", "C"));
    }
}
