package dev.playhead.ingest.xapi;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How the IRI of a statement's object names a video.
@FunctionalInterface
interface VideoNaming {
    int IRI_LENGTH_MAX = 2_048;

    /// Empty where it names none.
    Optional<String> video(String iri);

    /// The last segment of the IRI's path, whatever is asked or pointed to behind it. All of a URN
    /// behind `urn:` is its path.
    VideoNaming LAST_SEGMENT = new VideoNaming() {
        private static final Pattern IRI =
                Pattern.compile("\\p{Alpha}[\\p{Alnum}+.-]*:(//[^/?#]*)?(?<path>[^?#]*)([?#].*)?", Pattern.DOTALL);

        @Override
        public Optional<String> video(String iri) {
            Matcher parts = IRI.matcher(iri);
            if (!parts.matches()) {
                return Optional.empty();
            }
            String[] segments = parts.group("path").split("/");
            return Arrays.stream(segments).filter(segment -> !segment.isEmpty()).reduce((before, last) -> last);
        }
    };

    /// The one group of a regular expression, wherever it is found.
    static VideoNaming by(Pattern pattern) {
        return iri -> {
            Matcher found = pattern.matcher(iri);
            return found.find() ? Optional.ofNullable(found.group(1)) : Optional.empty();
        };
    }
}
