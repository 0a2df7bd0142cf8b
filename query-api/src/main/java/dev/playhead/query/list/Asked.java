package dev.playhead.query.list;

import dev.playhead.web.problem.Problem;
import dev.playhead.web.problem.ProblemException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.util.MultiValueMap;

/// Which part of a list a call asks for, by parameters such as `limit` and `after`.
public record Asked(MultiValueMap<String, String> parameters) {
    private static final String LIMIT = "limit";
    private static final String AFTER = "after";
    private static final String NO_TIME = "must be a time, such as 2026-11-21T08:00:00Z";
    private static final int YEAR_MAX = 9999;

    /// Nine digits are no number too large.
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

    public static Asked of(MultiValueMap<String, String> parameters) {
        return new Asked(parameters);
    }

    /// @param otherwise where the call names none
    /// @throws ProblemException (422) of one that is not from 1 to `max`
    public int limit(int otherwise, int max) {
        return single(LIMIT).map(text -> checked(text, max)).orElse(otherwise);
    }

    /// The place behind which the page begins.
    ///
    /// @throws ProblemException (400) of what is no cursor of this list
    public Optional<byte[]> after(Cursors cursors) {
        return single(AFTER).map(cursors::place);
    }

    private static int checked(String text, int max) {
        int limit = NUMBER.matcher(text).matches() ? Integer.parseInt(text) : 0;
        if (limit < 1 || limit > max) {
            throw refused(LIMIT, "must be a whole number from 1 to " + max);
        }
        return limit;
    }

    /// @throws ProblemException (422) where it is there more than once
    public Optional<String> text(String name) {
        return single(name);
    }

    /// @throws ProblemException (422) of what is no time
    public Optional<Instant> time(String name) {
        return single(name).map(text -> time(name, text));
    }

    private static Instant time(String name, String text) {
        try {
            OffsetDateTime time = OffsetDateTime.parse(text);
            if (time.getYear() >= 0 && time.getYear() <= YEAR_MAX) {
                return time.toInstant();
            }
        } catch (DateTimeException e) {
            throw refused(name, NO_TIME);
        }
        throw refused(name, NO_TIME);
    }

    private Optional<String> single(String name) {
        List<String> values = parameters.getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw refused(name, "must be there once");
        }
        return values.stream().findFirst();
    }

    private static ProblemException refused(String field, String message) {
        return new ProblemException(Problem.invalid(field, message));
    }
}
