package dev.playhead.ingest.reset;

import dev.playhead.ingest.input.Errors;
import dev.playhead.schemas.id.Ids;
import dev.playhead.web.problem.ProblemException;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/// Reads how much is to begin anew. What is there and wrong never counts as not there: a parameter
/// that is misspelled, or empty because a script's variable was, must not widen a reset to all that
/// a student ever did.
final class ExtentReader {
    private static final String COURSE = "course_id";
    private static final String VIDEO = "video_id";
    private static final Set<String> KNOWN = Set.of(COURSE, VIDEO);

    private final MultiValueMap<String, String> parameters;
    private final Errors errors = new Errors();

    private ExtentReader(MultiValueMap<String, String> parameters) {
        this.parameters = parameters;
    }

    /// Throws a 422 with all that is wrong.
    static Extent read(String student, MultiValueMap<String, String> parameters) {
        return new ExtentReader(parameters).read(student);
    }

    private Extent read(String student) {
        if (!Ids.isStudent(student)) {
            errors.add("student_id", Ids.STUDENT_RULE);
        }
        parameters.keySet().stream()
                .filter(name -> !KNOWN.contains(name))
                .forEach(name -> errors.add(name, "is not a known parameter"));
        String course = id(COURSE, Ids::isOther);
        String video = id(VIDEO, Ids::isMaterial);
        if (parameters.containsKey(COURSE) && parameters.containsKey(VIDEO)) {
            errors.add(VIDEO, "must not stand beside course_id");
        }
        if (!errors.isEmpty()) {
            throw new ProblemException(errors.problem());
        }
        if (course != null) {
            return new Extent.OfCourse(course);
        }
        return video == null ? new Extent.Everything() : new Extent.OfVideo(video);
    }

    private @Nullable String id(String name, Predicate<String> rule) {
        List<String> values = parameters.getOrDefault(name, List.of());
        if (values.size() > 1) {
            errors.add(name, "must be there once");
            return null;
        }
        for (String value : values) {
            if (rule.test(value)) {
                return value;
            }
            errors.add(name, Ids.OTHER_RULE);
        }
        return null;
    }
}
