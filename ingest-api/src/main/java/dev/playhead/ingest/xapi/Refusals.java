package dev.playhead.ingest.xapi;

import dev.playhead.ingest.heartbeat.Verdict.Reason;
import dev.playhead.ingest.xapi.Ruling.Refused;
import dev.playhead.web.problem.FieldError;
import dev.playhead.web.problem.Problem;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// How a caller hears of statements that were not taken.
final class Refusals {
    /// Beside others that were, by number and reason: `3;reason=not_video, 7;reason=invalid`.
    static final String HEADER = "Playhead-Refused";

    /// What fits into a header, and is enough to mend a player by.
    private static final int TOLD_MAX = 100;

    private static final Set<Reason> FORBIDDEN = EnumSet.of(Reason.OTHER_STUDENT, Reason.NOT_ENROLLED);

    private Refusals() {}

    /// The header's value; empty where all were taken.
    static String told(List<Ruling> rulings) {
        return IntStream.range(0, rulings.size())
                .filter(i -> rulings.get(i) instanceof Refused)
                .limit(TOLD_MAX)
                .mapToObj(i -> rulings.get(i) instanceof Refused refused ? i + ";reason=" + word(refused.reason()) : "")
                .collect(Collectors.joining(", "));
    }

    /// The answer where none was taken.
    static Problem problem(List<Refused> refused) {
        if (refused.stream().allMatch(each -> FORBIDDEN.contains(each.reason()))) {
            FieldError first = refused.getFirst().errors().getFirst();
            return Problem.forbidden(first.field() + " " + first.message());
        }
        return Problem.invalid(refused.stream()
                .flatMap(each -> each.errors().stream())
                .limit(TOLD_MAX)
                .toList());
    }

    private static String word(Reason reason) {
        return reason.name().toLowerCase(Locale.ROOT);
    }
}
