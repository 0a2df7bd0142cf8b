package dev.playhead.query.shorts;

import dev.playhead.query.catalog.Catalog;
import dev.playhead.query.catalog.Courses;
import dev.playhead.query.catalog.Placed;
import dev.playhead.query.freshness.Reading;
import dev.playhead.query.shorts.ShortsSettings.Fallback;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/// Answers what shorts there are: which and in what order from the catalog in memory, the rest from
/// the rows; or all of it made up.
final class Shorts {
    private final Catalog catalog;
    private final ShortsRows rows;
    private final ShortsSettings settings;
    private volatile Modules modules = Modules.NONE;

    Shorts(Catalog catalog, JdbcTemplate jdbc, ShortsSettings settings) {
        this.catalog = catalog;
        this.rows = new ShortsRows(jdbc);
        this.settings = settings;
    }

    ShortsAnswer answer(String student, Choice choice, Reading reading) {
        return settings.isMock()
                ? reading.answerWithoutRows(() -> MockShorts.answer(choice))
                : reading.answer(() -> known(student, choice), () -> whileAway(choice));
    }

    private ShortsAnswer known(String student, Choice choice) {
        List<Placed> chosen = chosen(choice);
        return answer(chosen, rows.of(student, chosen.stream().map(Placed::id).toList()));
    }

    private ShortsAnswer whileAway(Choice choice) {
        ShortsAnswer answer =
                settings.fallback() == Fallback.MOCK ? MockShorts.answer(choice) : answer(chosen(choice), Map.of());
        return answer.whileAway();
    }

    private static ShortsAnswer answer(List<Placed> chosen, Map<String, Known> known) {
        return ShortsAnswer.of(chosen.stream()
                .map(each -> ShortAnswer.of(each, known.getOrDefault(each.id(), Known.NOTHING)))
                .toList());
    }

    /// Put in order once for each state of the catalog; by two at once, twice.
    private List<Placed> chosen(Choice choice) {
        Courses now = catalog.now();
        Modules ordered = modules;
        if (ordered.position() != now.position()) {
            ordered = Modules.of(now);
            modules = ordered;
        }
        return ordered.chosen(choice);
    }
}
