package dev.playhead.query.completions;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How the topic of completions is read for callers.
///
/// @param consumers pages that are read at once; who comes beyond waits, for as long as the answer
///     may take
/// @param answerWithin how long reading a page may take
@ConfigurationProperties("playhead.completions")
public record CompletionsSettings(
        @DefaultValue("2") int consumers,
        @DefaultValue("2s") Duration answerWithin) {

    public CompletionsSettings {
        if (consumers < 1 || !answerWithin.isPositive()) {
            throw new IllegalArgumentException("playhead.completions.consumers and .answer-within are above 0");
        }
    }
}
