package dev.playhead.streams.deadletters;

import java.io.PrintStream;
import java.util.ArrayDeque;
import java.util.Deque;

/// Dead letters, a line for each, the newest last. Of all that there are it keeps the lines that it
/// will print, and no values.
final class Listing {
    private static final String LINE = "%8s  %-24s  %-14s  %-28s  %-24s  %s";
    private static final int KEY_LENGTH_MAX = 40;
    private static final int DETAIL_LENGTH_MAX = 200;

    private final Request.Listing request;
    private final Redriven redriven;
    private final Deque<String> lines = new ArrayDeque<>();
    private long older;

    private Listing(Request.Listing request, Redriven redriven) {
        this.request = request;
        this.redriven = redriven;
    }

    static void print(Request.Listing request, DeadLetterTopic topic, PrintStream out) {
        Redriven redriven = new Redriven();
        topic.read(redriven::read);
        Listing listing = new Listing(request, redriven);
        topic.read(record -> Letter.of(record).filter(listing::isAskedFor).ifPresent(listing::add));
        listing.print(out);
    }

    private boolean isAskedFor(Letter letter) {
        return request.selection().has(letter) && (request.withRedriven() || !redriven.has(letter));
    }

    private void add(Letter letter) {
        lines.add(line(letter));
        if (lines.size() > request.limit()) {
            lines.remove();
            older++;
        }
    }

    private void print(PrintStream out) {
        if (lines.isEmpty()) {
            out.println("No dead letters.");
            return;
        }
        out.println(LINE.formatted("NUMBER", "SET ASIDE", "REASON", "FROM", "KEY", "DETAIL"));
        lines.forEach(out::println);
        if (older > 0) {
            out.println(older + " older not shown; --limit shows more.");
        }
    }

    private String line(Letter letter) {
        String detail = Text.cut(Text.printable(letter.story().detail()), DETAIL_LENGTH_MAX);
        return LINE.formatted(
                letter.number(),
                letter.story().failedAt(),
                letter.story().reason(),
                Text.printable(letter.from()),
                Text.cut(Text.of(letter.record().key()), KEY_LENGTH_MAX),
                redriven.has(letter) ? "(put back) " + detail : detail);
    }
}
