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
    private static final String HEAP = "256m";

    private QueryProcess() {}

    public static ChildProcess start(Map<String, String> settings, Path directory) {
        return start(List.of(), settings, directory);
    }

    public static ChildProcess startWith(String heap, Map<String, String> settings, Path directory) {
        return start(heap, List.of(), settings, directory);
    }

    /// @param words of a command, before the settings; none for the service
    public static ChildProcess start(List<String> words, Map<String, String> settings, Path directory) {
        return start(HEAP, words, settings, directory);
    }

    private static ChildProcess start(String heap, List<String> words, Map<String, String> settings, Path directory) {
        List<String> arguments = new ArrayList<>(words);
        settings.forEach((name, value) -> arguments.add("--" + name + "=" + value));
        List<String> line = ChildProcess.javaCommand(
                jvm(heap), System.getProperty("java.class.path"), QueryApplication.class.getName(), arguments);
        return ChildProcess.start(Command.of("query-api", line, directory.resolve("query-api.log")));
    }

    private static List<String> jvm(String heap) {
        return List.of("-Xmx" + heap, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");
    }
}
