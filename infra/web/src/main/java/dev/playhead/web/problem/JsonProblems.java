package dev.playhead.web.problem;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

/// What was wrong with a body, from what Jackson says: 400 with line and column for what is no
/// JSON, 422 with the field for JSON of the wrong shape. For those who read a body themselves too,
/// a batch for one.
public final class JsonProblems {

    /// The field's name where the body as a whole has the wrong type.
    private static final String BODY = "body";

    private final Expectation expectation;

    JsonProblems(JsonMapper mapper) {
        this.expectation = new Expectation(mapper);
    }

    public Problem of(JacksonException failure) {
        return switch (failure) {
            case InputCoercionException wrong -> invalid(wrong, expectation.of(wrong.getTargetType()));
            case UnexpectedEndOfInputException end -> malformed("The body ends before its JSON does", end);
            case StreamConstraintsException bound ->
                malformed("The body's JSON is nested too deeply, or a part of it is too long", bound);
            case StreamReadException syntax -> malformed(syntax(syntax), syntax);
            case UnrecognizedPropertyException unknown -> invalid(unknown, "is not a known field");
            case MismatchedInputException wrong -> mismatched(wrong);
            case DatabindException wrong -> invalid(wrong, "is not valid");
            default -> Problem.malformed("The body could not be read to its end");
        };
    }

    private Problem mismatched(MismatchedInputException wrong) {
        var message = wrong.getOriginalMessage();
        // Jackson has no types of their own for these two.
        if (message.startsWith("Trailing token")) {
            return malformed("The body goes on after its JSON has ended", wrong);
        }
        if (message.startsWith("No content")) {
            return Problem.malformed("The body is empty; JSON is needed");
        }
        return wrong instanceof InvalidFormatException format && format.getTargetType() == String.class
                ? invalid(wrong, "must not have the character U+0000 or half of a surrogate pair")
                : invalid(wrong, expectation.of(wrong.getTargetType()));
    }

    private static String syntax(StreamReadException failure) {
        var message = failure.getOriginalMessage();
        if (message.startsWith("Duplicate")) {
            return "The body names a field twice";
        }
        return message.startsWith("Invalid UTF-8") ? "The body is not UTF-8" : "The body is not JSON";
    }

    private static Problem malformed(String what, JacksonException failure) {
        var at = failure.getLocation();
        return at == null || at.getLineNr() < 1
                ? Problem.malformed(what)
                : Problem.malformed("%s (line %d, column %d)".formatted(what, at.getLineNr(), at.getColumnNr()));
    }

    private static Problem invalid(JacksonException failure, String message) {
        return Problem.invalid(path(failure), message);
    }

    private static String path(JacksonException failure) {
        var path = new StringBuilder();
        for (var step : failure.getPath()) {
            append(path, step.getPropertyName(), step.getIndex());
        }
        return path.isEmpty() ? BODY : path.toString();
    }

    private static void append(StringBuilder path, @Nullable String property, int index) {
        if (property == null) {
            path.append('[').append(index).append(']');
        } else {
            path.append(path.isEmpty() ? "" : ".").append(property);
        }
    }
}
