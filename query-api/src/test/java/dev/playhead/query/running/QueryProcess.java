package dev.playhead.query.running;

import dev.playhead.query.QueryApplication;
import dev.playhead.testing.parts.ChildProcess;
import dev.playhead.testing.parts.Command;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A query-api as a process of its own, for what ends processes.
public final class QueryProcess {
    private static final List<String> JVM = List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private QueryProcess() {}

    public static ChildProcess start(Map<String, String> settings, Path directory) {
        return start(List.of(), settings, directory);
    }

    /// @param words of a command, before the settings; none for the service
    public static ChildProcess start(List<String> words, Map<String, String> settings, Path directory) {
        List<String> arguments = new ArrayList<>(words);
        settings.forEach((name, value) -> arguments.add("--" + name + "=" + value));
        List<String> line = ChildProcess.javaCommand(
                JVM, System.getProperty("java.class.path"), QueryApplication.class.getName(), arguments);
        return ChildProcess.start(Command.of("query-api", line, directory.resolve("query-api.log")));
    }
}
