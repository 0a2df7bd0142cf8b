package dev.playhead.ingest.catalog;

import dev.playhead.web.problem.Problem;
import dev.playhead.web.problem.ProblemException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;

/// Reads `If-Match` and `If-None-Match`.
final class PreconditionReader {
    private static final String ANY = "*";

    /// As RFC 9110 has it; a weak tag is one, and equals none of ours.
    private static final Pattern TAG = Pattern.compile("(?:W/)?\"[\\x21\\x23-\\x7E\\x80-\\xFF]*\"");

    private static final Pattern TAGS = Pattern.compile("\\s*" + TAG + "(?:\\s*,\\s*" + TAG + ")*\\s*");

    private PreconditionReader() {}

    static Precondition read(HttpHeaders headers) {
        return new Precondition.Both(ifMatch(joined(headers, HttpHeaders.IF_MATCH)), ifNoneMatch(headers));
    }

    private static Precondition ifMatch(String value) {
        if (value.isEmpty()) {
            return new Precondition.None();
        }
        if (value.equals(ANY)) {
            return new Precondition.Present();
        }
        if (!TAGS.matcher(value).matches()) {
            throw malformed(HttpHeaders.IF_MATCH, "must be * or entity tags, such as \"3\" with its quotes");
        }
        return new Precondition.OneOf(
                TAG.matcher(value).results().map(result -> result.group()).collect(Collectors.toSet()));
    }

    private static Precondition ifNoneMatch(HttpHeaders headers) {
        String value = joined(headers, HttpHeaders.IF_NONE_MATCH);
        if (value.isEmpty()) {
            return new Precondition.None();
        }
        if (value.equals(ANY)) {
            return new Precondition.Absent();
        }
        throw malformed(HttpHeaders.IF_NONE_MATCH, "of a write can only be *");
    }

    private static String joined(HttpHeaders headers, String name) {
        List<String> values = headers.getOrEmpty(name);
        return String.join(",", values).strip();
    }

    private static ProblemException malformed(String header, String rule) {
        return new ProblemException(Problem.malformed("The header " + header + " " + rule));
    }
}
