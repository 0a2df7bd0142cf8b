package dev.playhead.web.problem;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A refusal as a value. What a caller reads is in `detail` and `errors`: what was wrong, where,
/// and what to do.
///
/// @param retryAfter when to try again; of 429 and 503 only
public record Problem(
        ProblemType type,
        String detail,
        List<FieldError> errors,
        @Nullable Duration retryAfter) {

    private static final int FIELDS_NAMED_MAX = 5;

    public Problem {
        errors = List.copyOf(errors);
    }

    public static Problem malformed(String detail) {
        return plain(ProblemType.MALFORMED, detail);
    }

    public static Problem unauthorized(String detail) {
        return plain(ProblemType.UNAUTHORIZED, detail);
    }

    public static Problem forbidden(String detail) {
        return plain(ProblemType.FORBIDDEN, detail);
    }

    public static Problem notFound(String detail) {
        return plain(ProblemType.NOT_FOUND, detail);
    }

    public static Problem methodNotAllowed(String detail) {
        return plain(ProblemType.METHOD_NOT_ALLOWED, detail);
    }

    public static Problem notAcceptable(String detail) {
        return plain(ProblemType.NOT_ACCEPTABLE, detail);
    }

    public static Problem conflict(String detail) {
        return plain(ProblemType.CONFLICT, detail);
    }

    public static Problem preconditionFailed(String detail) {
        return plain(ProblemType.PRECONDITION_FAILED, detail);
    }

    public static Problem tooLarge(String detail) {
        return plain(ProblemType.TOO_LARGE, detail);
    }

    public static Problem unsupportedMediaType(String detail) {
        return plain(ProblemType.UNSUPPORTED_MEDIA_TYPE, detail);
    }

    public static Problem invalid(String field, String message) {
        return invalid(List.of(new FieldError(field, message)));
    }

    /// All that is wrong with the input, at once.
    public static Problem invalid(List<FieldError> errors) {
        if (errors.isEmpty()) {
            throw new IllegalArgumentException("an invalid request has at least one error");
        }
        return new Problem(ProblemType.INVALID, summary(errors), errors, null);
    }

    public static Problem tooManyRequests(String detail, Duration retryAfter) {
        return new Problem(ProblemType.TOO_MANY_REQUESTS, detail, List.of(), retryAfter);
    }

    public static Problem unavailable(String detail, Duration retryAfter) {
        return new Problem(ProblemType.UNAVAILABLE, detail, List.of(), retryAfter);
    }

    /// A failure of ours. What it was is for the log alone.
    public static Problem internal() {
        return plain(ProblemType.INTERNAL, "The request failed for a reason that is not the caller's; it is logged");
    }

    /// Whole seconds, rounded up, at least one: a caller that comes back at once would only be refused again.
    @Nullable Long retryAfterSeconds() {
        return retryAfter == null
                ? null
                : Math.max(1, retryAfter.plusNanos(999_999_999).toSeconds());
    }

    static Problem plain(ProblemType type, String detail) {
        return new Problem(type, detail, List.of(), null);
    }

    private static String summary(List<FieldError> errors) {
        if (errors.size() == 1) {
            return errors.getFirst().field() + " " + errors.getFirst().message();
        }
        var fields = errors.stream().map(FieldError::field).distinct().limit(FIELDS_NAMED_MAX);
        return "%d errors, in %s".formatted(errors.size(), fields.collect(Collectors.joining(", ")));
    }
}
