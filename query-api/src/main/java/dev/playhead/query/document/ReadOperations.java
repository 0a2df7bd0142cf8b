package dev.playhead.query.document;

import dev.playhead.query.freshness.Reading;
import dev.playhead.web.problem.ProblemType;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Arrays;
import java.util.Set;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.method.HandlerMethod;

/// Tells of each read how it may wait for a write, and how it is asked whether it has changed.
public final class ReadOperations implements OperationCustomizer {
    private static final String OK = "200";

    static {
        // It is put together from headers.
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Reading.class);
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        if (Arrays.stream(method.getMethodParameters()).noneMatch(each -> each.getParameterType() == Reading.class)) {
            return operation;
        }
        waits(operation);
        if (method.hasMethodAnnotation(GetMapping.class)) {
            hasTag(operation);
        }
        return operation;
    }

    private static void waits(Operation operation) {
        operation.addParametersItem(header(
                "Playhead-Read-After",
                "What Playhead-Written said of writes that the answer is to hold, separated by commas: it waits, 2 s at"
                        + " most, for those that it can hold"));
        onSuccess(
                operation,
                "Playhead-Fresh",
                text("Where Playhead-Read-After was sent: whether the answer holds the writes"));
        operation
                .getResponses()
                .addApiResponse(
                        Integer.toString(ProblemType.UNAVAILABLE.status()),
                        new ApiResponse().$ref("#/components/responses/" + ProblemType.UNAVAILABLE.status()));
    }

    private static void hasTag(Operation operation) {
        operation.addParametersItem(header(HttpHeaders.IF_NONE_MATCH, "The ETag of an answer that the caller has"));
        onSuccess(operation, HttpHeaders.ETAG, tag());
        operation
                .getResponses()
                .addApiResponse(
                        "304",
                        new ApiResponse()
                                .description("The caller has this answer already")
                                .addHeaderObject(HttpHeaders.ETAG, tag()));
    }

    private static void onSuccess(Operation operation, String name, Header header) {
        ApiResponse response = operation.getResponses().get(OK);
        if (response == null) {
            throw new IllegalStateException("A read answers 200");
        }
        response.addHeaderObject(name, header);
    }

    private static HeaderParameter header(String name, String description) {
        HeaderParameter parameter = new HeaderParameter();
        parameter.name(name).description(description).schema(text());
        return parameter;
    }

    private static Header tag() {
        return text("Changes when the answer does").required(true);
    }

    private static Header text(String description) {
        return new Header().description(description).schema(text());
    }

    private static Schema<?> text() {
        return new JsonSchema().types(Set.of("string"));
    }
}
