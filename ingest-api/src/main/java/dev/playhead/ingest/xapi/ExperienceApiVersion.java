package dev.playhead.ingest.xapi;

import dev.playhead.web.problem.Problem;
import dev.playhead.web.problem.ProblemException;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The version of xAPI that a client speaks. In what is read here they do not differ.
final class ExperienceApiVersion {
    static final String HEADER = "X-Experience-API-Version";

    /// For the API's document.
    static final String MEANING = "The version that the client said it speaks";

    private static final String DEFAULT = "1.0.3";
    private static final Predicate<String> SPOKEN =
            Pattern.compile("1\\.0(\\.\\d{1,3})?|2\\.0\\.\\d{1,3}").asMatchPredicate();

    private ExperienceApiVersion() {}

    /// What the answer says: what the client does. One that does not say is taken for an old one.
    static String agreed(@Nullable String said) {
        if (said == null) {
            return DEFAULT;
        }
        if (SPOKEN.test(said)) {
            return said;
        }
        throw new ProblemException(
                Problem.malformed("The header " + HEADER + " must be of 1.0 or 2.0, such as " + DEFAULT));
    }
}
