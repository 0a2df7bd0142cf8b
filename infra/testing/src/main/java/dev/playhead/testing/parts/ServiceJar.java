package dev.playhead.testing.parts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The jar of the service whose tests these are, to be started many times. Unpacked once, with an
/// archive of its loaded classes, it takes half of what its start takes from the one jar.
///
/// @param directory of the unpacked jar, its libraries and the archive
public record ServiceJar(Path directory, String name) {
    private static final Duration UNPACKED_WITHIN = Duration.ofMinutes(1);
    /// The compiler that optimises is not worth its time in a process that lives for seconds.
    private static final List<String> JVM = List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xmx256m",
            "-Xlog:disable",
            "--enable-native-access=ALL-UNNAMED");

    /// The built jar of that name of the module that this is run in, unpacked where it is newer than
    /// what was unpacked.
    public static synchronized ServiceJar of(String name) {
        Path built = Path.of("target", name + ".jar").toAbsolutePath();
        ServiceJar unpacked = new ServiceJar(built.resolveSibling("unpacked"), name);
        if (isNewer(built, unpacked.archive())) {
            Directories.delete(unpacked.directory);
            unpacked.unpack(built);
        }
        return unpacked;
    }

    /// A line that starts it.
    public List<String> command(List<String> args) {
        List<String> line = java(List.of("-XX:SharedArchiveFile=" + archive()));
        line.addAll(List.of("-jar", jar()));
        line.addAll(args);
        return List.copyOf(line);
    }

    private void unpack(Path built) {
        run(List.of("-Djarmode=tools", "-jar", built.toString(), "extract", "--destination", directory.toString()));
        // Up to where it would begin to work, and no further: nothing else has to be there.
        run(List.of("-XX:ArchiveClassesAtExit=" + archive(), "-Dspring.context.exit=onRefresh", "-jar", jar()));
    }

    private static void run(List<String> args) {
        List<String> line = java(args);
        Path directory = Directories.temporary("playhead-unpack-");
        Command command = Command.of("Unpacking a service", line, directory.resolve("log"));
        try (ChildProcess process = ChildProcess.start(command)) {
            process.awaitSuccess(UNPACKED_WITHIN);
        }
        Directories.delete(directory);
    }

    private static List<String> java(List<String> args) {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(JVM);
        line.addAll(args);
        return line;
    }

    private String jar() {
        return directory.resolve(name + ".jar").toString();
    }

    private Path archive() {
        return directory.resolve("classes.jsa");
    }

    static boolean isNewer(Path built, Path archive) {
        try {
            return !Files.exists(archive) || writtenAt(built).compareTo(Files.getLastModifiedTime(archive)) > 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// And not when it says that it was modified: a build that can be repeated always says the same.
    private static FileTime writtenAt(Path built) throws IOException {
        return (FileTime) Files.getAttribute(built, "unix:ctime");
    }
}
