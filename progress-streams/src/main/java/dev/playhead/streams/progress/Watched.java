package dev.playhead.streams.progress;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/// What of a material was watched, repeats counted once.
///
/// There are at most [#SPANS_MAX] spans, or a student who clicks about would make the state as
/// long as they like. Where there would be more, the two that are closest become one. What lay
/// between them was not watched, and never counts as such: clicking does not beat a rule that
/// asks for coverage.
///
/// @param spans in order; none touches another
/// @param bridgedMs what lay between spans that were made one
public record Watched(List<Span> spans, long bridgedMs) {
    static final int SPANS_MAX = 32;
    static final Watched NOTHING = new Watched(List.of(), 0);

    private static final Comparator<Span> BY_BEGINNING = Comparator.comparingLong(Span::fromMs);

    public Watched {
        spans = List.copyOf(spans);
    }

    static Watched of(Collection<Span> spans) {
        return new Watched(union(new ArrayList<>(spans)), 0);
    }

    Watched with(List<Span> more) {
        if (more.isEmpty()) {
            return this;
        }
        // As a player does that plays on: neither to be sorted nor to be bridged.
        if (more.size() == 1 && isContinuedBy(more.getFirst())) {
            return new Watched(withLastUntil(more.getFirst().toMs()), bridgedMs);
        }
        List<Span> all = new ArrayList<>(spans.size() + more.size());
        all.addAll(spans);
        all.addAll(more);
        List<Span> union = union(all);
        long bridged = bridgedMs;
        while (union.size() > SPANS_MAX) {
            bridged += bridgeClosest(union);
        }
        return new Watched(union, bridged);
    }

    private boolean isContinuedBy(Span span) {
        return !spans.isEmpty()
                && span.fromMs() >= spans.getLast().fromMs()
                && span.fromMs() <= spans.getLast().toMs();
    }

    private List<Span> withLastUntil(long toMs) {
        Span[] all = spans.toArray(new Span[0]);
        Span last = all[all.length - 1];
        all[all.length - 1] = new Span(last.fromMs(), Math.max(last.toMs(), toMs));
        return List.of(all);
    }

    /// What of a span is not in here.
    List<Span> missing(Span span) {
        List<Span> missing = new ArrayList<>();
        long from = span.fromMs();
        for (Span known : spans) {
            if (known.fromMs() >= span.toMs()) {
                break;
            }
            if (known.fromMs() > from) {
                missing.add(new Span(from, known.fromMs()));
            }
            from = Math.max(from, known.toMs());
        }
        if (from < span.toMs()) {
            missing.add(new Span(from, span.toMs()));
        }
        return missing;
    }

    /// How much of the first `durationMs` was watched.
    long coveredMs(long durationMs) {
        long covered = -bridgedMs;
        for (Span span : spans) {
            covered += Math.max(0, Math.min(span.toMs(), durationMs) - span.fromMs());
        }
        return Math.max(0, covered);
    }

    private static List<Span> union(List<Span> all) {
        all.sort(BY_BEGINNING);
        List<Span> union = new ArrayList<>(all.size());
        for (Span span : all) {
            append(union, span);
        }
        return union;
    }

    private static void append(List<Span> union, Span span) {
        if (union.isEmpty() || union.getLast().toMs() < span.fromMs()) {
            union.add(span);
        } else if (union.getLast().toMs() < span.toMs()) {
            union.add(new Span(union.removeLast().fromMs(), span.toMs()));
        }
    }

    private static long bridgeClosest(List<Span> union) {
        int closest = 1;
        for (int i = 2; i < union.size(); i++) {
            if (gapBefore(union, i) < gapBefore(union, closest)) {
                closest = i;
            }
        }
        long gap = gapBefore(union, closest);
        Span after = union.remove(closest);
        union.set(closest - 1, new Span(union.get(closest - 1).fromMs(), after.toMs()));
        return gap;
    }

    private static long gapBefore(List<Span> union, int index) {
        return union.get(index).fromMs() - union.get(index - 1).toMs();
    }
}
