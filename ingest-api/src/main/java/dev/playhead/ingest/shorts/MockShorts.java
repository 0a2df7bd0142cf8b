package dev.playhead.ingest.shorts;

import dev.playhead.ingest.catalog.Stamp;
import dev.playhead.ingest.heartbeat.Verdict.Reason;
import dev.playhead.schemas.event.Heartbeat;
import dev.playhead.schemas.event.ShortInteraction;
import dev.playhead.schemas.id.Ids;
import dev.playhead.schemas.id.WriteToken;
import dev.playhead.web.caller.Caller;
import dev.playhead.web.problem.Problem;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The mock catalog's shorts, and any other, so that a page under development works with whatever
/// it shows. Nothing is kept.
public final class MockShorts implements Shorts {
    private static final Pattern OF_CATALOG = Pattern.compile("mock_\\d{1,3}\\.\\d{1,3}_([1-3])");
    private static final long FIRST_MS = 45_000;
    private static final long EACH_LONGER_BY_MS = 7_000;

    /// What the document takes where it does not know.
    private static final long ANY_OTHER_MS = 60_000;

    private static final Predicate<String> ID =
            Pattern.compile(Ids.OTHER_PATTERN).asMatchPredicate();

    @Override
    public Ruling<Optional<Stamp>> find(Caller student, String id) {
        return ID.test(id)
                ? Ruling.granted(Optional.of(Stamp.ofUnknownShort(durationMs(id))))
                : Ruling.denied(Reason.UNKNOWN_MATERIAL, Problem.notFound("There is no short of such an id"));
    }

    @Override
    public Optional<WriteToken> keep(Heartbeat heartbeat) {
        return Optional.empty();
    }

    @Override
    public Optional<WriteToken> keep(ShortInteraction interaction) {
        return Optional.empty();
    }

    private static long durationMs(String id) {
        Matcher mock = OF_CATALOG.matcher(id);
        return mock.matches() ? FIRST_MS + EACH_LONGER_BY_MS * (Integer.parseInt(mock.group(1)) - 1) : ANY_OTHER_MS;
    }
}
