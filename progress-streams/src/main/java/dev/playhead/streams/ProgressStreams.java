package dev.playhead.streams;

import dev.playhead.streams.deadletters.DeadLettersCommand;
import java.util.Arrays;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// The service, or, where the first word is `dead-letters`, the command of that name.
@SpringBootApplication
public class ProgressStreams {
    public static void main(String[] args) {
        List<String> words = Arrays.asList(args);
        if (!words.isEmpty() && words.getFirst().equals(DeadLettersCommand.NAME)) {
            System.exit(deadLetters(words.subList(1, words.size())));
        }
        SpringApplication.run(ProgressStreams.class, args);
    }

    private static int deadLetters(List<String> words) {
        // Before the first logger: a command speaks for itself, and Spring is not there to quiet the rest.
        System.setProperty("logback.configurationFile", "dead-letters-logback.xml");
        return DeadLettersCommand.run(words, System.getenv(), System.out, System.err);
    }
}
