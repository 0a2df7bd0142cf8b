package dev.playhead.streams.audience;

import dev.playhead.streams.progress.Span;
import java.util.List;

/// Where two lists of spans differ, each in order and without overlaps: outside of it both cover the
/// same.
record Difference(long fromMs, long toMs) {
    private static final Difference NONE = new Difference(0, 0);

    static Difference of(List<Span> before, List<Span> after) {
        int fewest = Math.min(before.size(), after.size());
        int first = 0;
        while (first < fewest && before.get(first).equals(after.get(first))) {
            first++;
        }
        int last = 0;
        while (last < fewest - first && fromEnd(before, last).equals(fromEnd(after, last))) {
            last++;
        }
        if (first + last == before.size() || first + last == after.size()) {
            List<Span> longer = before.size() > after.size() ? before : after;
            return first + last == longer.size()
                    ? NONE
                    : new Difference(
                            longer.get(first).fromMs(), fromEnd(longer, last).toMs());
        }
        return between(before.get(first), after.get(first), fromEnd(before, last), fromEnd(after, last));
    }

    private static Difference between(Span firstBefore, Span firstAfter, Span lastBefore, Span lastAfter) {
        long fromMs = firstBefore.fromMs() == firstAfter.fromMs()
                ? Math.min(firstBefore.toMs(), firstAfter.toMs())
                : Math.min(firstBefore.fromMs(), firstAfter.fromMs());
        long toMs = lastBefore.toMs() == lastAfter.toMs()
                ? Math.max(lastBefore.fromMs(), lastAfter.fromMs())
                : Math.max(lastBefore.toMs(), lastAfter.toMs());
        return new Difference(fromMs, toMs);
    }

    private static Span fromEnd(List<Span> spans, int place) {
        return spans.get(spans.size() - 1 - place);
    }
}
