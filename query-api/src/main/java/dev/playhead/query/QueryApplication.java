package dev.playhead.query;

import dev.playhead.query.rebuild.RebuildCommand;
import java.util.Arrays;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// Every read of Playhead; or, where the first word is `rebuild`, the command of that name.
@SpringBootApplication
public class QueryApplication {
    public static void main(String[] args) {
        List<String> words = Arrays.asList(args);
        if (!words.isEmpty() && words.getFirst().equals(RebuildCommand.NAME)) {
            System.exit(RebuildCommand.run(words.subList(1, words.size()), System.out, System.err));
        }
        SpringApplication.run(QueryApplication.class, args);
    }
}
