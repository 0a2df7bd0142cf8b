package dev.playhead.query.list;

import dev.playhead.web.problem.Problem;
import dev.playhead.web.problem.ProblemException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.util.MultiValueMap;

/// Which part of a list a call asks for, by the parameters `limit` and `after`.
public record Asked(MultiValueMap<String, String> parameters) {
    private static final String LIMIT = "limit";
    private static final String AFTER = "after";

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
