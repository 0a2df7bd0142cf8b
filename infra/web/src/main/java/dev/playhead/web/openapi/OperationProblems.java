package dev.playhead.web.openapi;

import dev.playhead.web.problem.ProblemType;
import io.swagger.v3.oas.models.Operation;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;

/// Tells of each operation what it refuses with.
final class OperationProblems implements OperationCustomizer {

    private static final Set<ProblemType> ALWAYS = EnumSet.of(
            ProblemType.MALFORMED,
            ProblemType.UNAUTHORIZED,
            ProblemType.FORBIDDEN,
            ProblemType.NOT_ACCEPTABLE,
            ProblemType.INTERNAL);
    private static final Set<ProblemType> OF_BODIES =
            EnumSet.of(ProblemType.TOO_LARGE, ProblemType.UNSUPPORTED_MEDIA_TYPE, ProblemType.INVALID);

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        var responses = operation.getResponses();
        problems(method)
                .forEach(type ->
                        responses.addApiResponse(Integer.toString(type.status()), ProblemResponses.reference(type)));
        return operation;
    }

    private static Set<ProblemType> problems(HandlerMethod method) {
        var problems = EnumSet.copyOf(ALWAYS);
        if (Arrays.stream(method.getMethodParameters())
                .anyMatch(parameter -> parameter.hasParameterAnnotation(RequestBody.class))) {
            problems.addAll(OF_BODIES);
        }
        var own = method.getMethodAnnotation(Refuses.class);
        if (own != null) {
            problems.addAll(Arrays.asList(own.value()));
        }
        return problems;
    }
}
