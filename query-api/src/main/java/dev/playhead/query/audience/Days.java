package dev.playhead.query.audience;

import dev.playhead.web.problem.FieldError;
import dev.playhead.web.problem.Problem;
import dev.playhead.web.problem.ProblemException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/// Which days a caller asks for, both counted.
record Days(LocalDate from, LocalDate to) {
    static final String FROM = "from";
    static final String TO = "to";
    static final int MAX = 366;

    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    /// @throws ProblemException (422) of what are no days, or too many
    static Days of(MultiValueMap<String, String> parameters) {
        List<FieldError> errors = new ArrayList<>();
        @Nullable LocalDate from = date(FROM, parameters, errors);
        @Nullable LocalDate to = date(TO, parameters, errors);
        if (from == null || to == null) {
            throw new ProblemException(Problem.invalid(errors));
        }
        long days = ChronoUnit.DAYS.between(from, to) + 1;
        if (days < 1) {
            throw new ProblemException(Problem.invalid(TO, "must not be before from"));
        }
        if (days > MAX) {
            throw new ProblemException(Problem.invalid(TO, "must be at most the 366th day, from being the first"));
        }
        return new Days(from, to);
    }

    private static @Nullable LocalDate date(
            String name, MultiValueMap<String, String> parameters, List<FieldError> errors) {
        List<String> values = parameters.getOrDefault(name, List.of());
        if (values.size() == 1 && DATE.matcher(values.getFirst()).matches()) {
            try {
                return LocalDate.parse(values.getFirst());
            } catch (DateTimeException e) {
                errors.add(new FieldError(name, "must be a day that there is"));
                return null;
            }
        }
        errors.add(new FieldError(name, "must be there once, a date such as 2026-11-21"));
        return null;
    }
}
