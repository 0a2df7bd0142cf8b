package dev.playhead.streams.deadletters;

import java.io.PrintStream;
import java.time.Instant;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/// One dead letter, with all that is known of it.
final class Showing {
    private static final String LINE = "%-10s  %s";

    private final PrintStream out;

    private Showing(PrintStream out) {
        this.out = out;
    }

    /// @throws RefusedException where there is none of that number
    static void print(long number, DeadLetterTopic topic, PrintStream out) {
        Letter letter = topic.letter(number)
                .orElseThrow(() -> new RefusedException(
                        ExitStatus.UNKNOWN_NUMBER, "There is no dead letter of number " + number + "."));
        Redriven redriven = new Redriven();
        topic.read(redriven::read);
        new Showing(out).print(letter, redriven.has(letter));
    }

    private void print(Letter letter, boolean isRedriven) {
        say("number", letter.number());
        say("from", letter.from());
        say("received", Instant.ofEpochMilli(letter.story().timestamp()));
        say("set aside", letter.story().failedAt() + " by " + letter.story().failedBy());
        say("reason", letter.story().reason());
        say("detail", letter.story().detail());
        say("put back", isRedriven ? "yes" : "no");
        say("key", Text.of(letter.record().key()));
        for (Header header : letter.record().headers()) {
            say("header", header.key() + ": " + Text.of(header.value()));
        }
        value(letter.record().value());
    }

    private void value(byte @Nullable [] value) {
        say("value", value == null ? "none" : value.length + " bytes");
        if (value != null) {
            HexDump.lines(value).forEach(out::println);
        }
    }

    private void say(String what, Object is) {
        out.println(LINE.formatted(what, Text.printable(String.valueOf(is))));
    }
}
